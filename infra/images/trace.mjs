/**
 * Copies what a program needs to run, and nothing else: `node infra/images/trace.mjs TARGET ENTRY...`. Files keep their places below
 * the root, so that paths of one to another stay true.
 */
import { nodeFileTrace } from '@vercel/nft';
import { cpSync, mkdirSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What is read by name, and so is not found by following imports. */
const READ = {
  'apps/api/dist/main.js': [
    'apps/web/src/generated/persisted-documents.json',
    'apps/cli/documents.json',
    'node_modules/@bull-board/ui',
  ],
  'apps/worker/dist/main.js': ['graders/templates', 'libs/diagram/dist'],
  'libs/db/dist/migrate.main.js': ['prisma/migrations'],
  'apps/admin/dist/main.js': ['prisma/migrations'],
  'prisma/seed/main.ts': ['prisma/seed/content'],
};

/** As Node itself takes a program in TypeScript; null for what is no file. @param {string} file */
async function read(file) {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  const text = readFileSync(file);
  return file.endsWith('.ts') ? stripTypeScriptTypes(text.toString()) : text;
}

const [target, ...entries] = process.argv.slice(2);
if (!target || entries.length === 0) throw new Error('usage: trace.mjs TARGET ENTRY...');
const { fileList } = await nodeFileTrace(
  entries.map((entry) => path.join(ROOT, entry)),
  {
    base: ROOT,
    processCwd: ROOT,
    conditions: ['node', 'import', 'default'],
    readFile: read,
    // Imports only: a path put together from a variable would bring all packages along.
    analysis: { computeFileReferences: false },
    // A package of ours is a link to its folder: the link is copied, and what is imported of the folder.
    ignore: (file) => lstatSync(path.join(ROOT, file), { throwIfNoEntry: false })?.isDirectory() ?? false,
  },
);
const named = entries.flatMap((entry) => READ[entry] ?? []);
for (const file of [...fileList, ...named]) {
  const copy = path.join(target, file);
  mkdirSync(path.dirname(copy), { recursive: true });
  cpSync(path.join(ROOT, file), copy, { recursive: true, verbatimSymlinks: true });
}
console.log(`${target}: ${fileList.size} files for ${entries.join(', ')}`);
