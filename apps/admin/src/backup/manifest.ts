import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AdminError } from '../errors.js';

const MANIFEST = 'manifest.json';
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  format: z.literal('holdout-backup/1'),
  createdAt: z.iso.datetime(),
  /** As PostgreSQL names itself. A newer server restores it too. */
  server: z.string(),
  /** Names, oldest first. What came after is applied once the rows are back. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().min(0),
      file: z.string(),
      sha256: digest,
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string().regex(/^-?\d+$/) })),
  /** Stored content, hidden data and settings. */
  files: z.array(z.object({ path: z.string(), bytes: z.number().int().min(0), sha256: digest })),
  /** Tells whether other secrets open what is here, without saying anything of them. */
  secrets: z.object({ deployment: digest, issuerKey: digest }),
});
export type Manifest = z.infer<typeof schema>;
export type FileCopy = Manifest['files'][number];

/** Written last: a folder without it is a backup that did not end. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
}

/** @throws AdminError when the folder is no whole backup of a format that is known */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AdminError(
      `${folder} is no backup, or one that was interrupted: it has no ${MANIFEST}. Use another one.`,
    );
  }
  const read = schema.safeParse(parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new AdminError(
    `${file} is damaged or of another version of Holdout: ${issue?.path.join('.')} ${issue?.message}.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param secret 64 hexadecimal digits */
export function fingerprint(of: string, secret: string): string {
  return createHash('sha256').update(`holdout backup ${of}\n`).update(secret.toLowerCase()).digest('hex');
}
