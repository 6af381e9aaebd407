import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../../apps/api/src', import.meta.url));

/** Every route that a controller states, as in "/files/starter/:versionId" or "POST /files/roster". */
export function controllerRoutes(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.controller.ts'),
  );
  return files
    .flatMap((file) => {
      const source = readFileSync(path.join(API, file), 'utf8');
      const prefix = /@Controller\('([^']*)'\)/.exec(source)?.[1] ?? '';
      return [...source.matchAll(/@(Get|Post|Put|Patch|Delete|All)\((?:'([^']*)')?\)/g)].map(
        ([, verb = '', own]) =>
          `${verb === 'Get' ? '' : `${verb.toUpperCase()} `}/${[prefix, own].filter(Boolean).join('/')}`,
      );
    })
    .sort();
}
