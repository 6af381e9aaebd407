import { execFileSync } from 'node:child_process';
import type { ApiLab } from './api-lab.js';

/** Puts an API together as its own program does, and tells its routes instead of listening. */
const PROGRAM = `
  import { loadApiConfig } from '@holdout/config';
  import { createApi } from './apps/api/dist/create-api.js';
  const app = await createApi(loadApiConfig());
  const server = app.getHttpAdapter().getInstance();
  await server.ready();
  const routes = server.printRoutes({ commonPrefix: false });
  process.stdout.write(routes, () => process.exit(0));`;
/** A line of the tree: how deep, a part of an address, and the methods that it answers. */
const LINE = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/;
/** Fastify answers it wherever it answers GET. */
const BESIDE_GET = 'HEAD';

/** Every route of the API, as in "/files/starter/:versionId" or "POST /files/roster", whoever made it. */
export function apiRoutes(lab: ApiLab): string[] {
  const tree = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    cwd: new URL('../..', import.meta.url),
    env: lab.env,
    encoding: 'utf8',
  });
  const above: string[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n').filter(Boolean)) {
    const [, indent = '', part = '', methods = ''] = LINE.exec(line) ?? [];
    if (!part) throw new Error(`This line of the routes is not understood: ${line}`);
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    const answered = methods.split(', ').filter(Boolean);
    routes.push(
      ...answered
        .filter((method) => method !== BESIDE_GET || !answered.includes('GET'))
        .map((method) => `${method === 'GET' ? '' : `${method} `}${above.join('')}`),
    );
  }
  // What is left of addresses: refused, or a part of what is above it.
  return routes.filter((route) => !route.endsWith('*')).sort();
}
