import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ensureEngine } from './engine.mjs';

/** An engine's two answers that decide, over a real socket. */
async function engineWith(info: Record<string, unknown>, socket: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/_ping') response.end('OK');
    else response.end(JSON.stringify({ ServerVersion: '1', ...info }));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return server;
}

const enforcing = { MemoryLimit: true, PidsLimit: true, CpuCfsQuota: true };

describe('finding a Docker Engine', () => {
  let folder: string;
  const servers: Server[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'engine-'));
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
    await rm(folder, { recursive: true });
  });

  it('follows DOCKER_HOST and nothing else', async () => {
    const socket = path.join(folder, 'docker.sock');
    servers.push(await engineWith(enforcing, socket));

    expect(await ensureEngine({ env: { DOCKER_HOST: `unix://${socket}` } })).toMatchObject({
      socketPath: socket,
    });
    await expect(ensureEngine({ env: { DOCKER_HOST: `unix://${folder}/other.sock` } })).rejects.toThrow(
      /No Docker Engine answers at DOCKER_HOST .*Start it, or unset DOCKER_HOST/,
    );
  });

  it.each(['MemoryLimit', 'PidsLimit', 'CpuCfsQuota'])(
    'refuses one that cannot enforce %s',
    async (limit) => {
      const socket = path.join(folder, 'docker.sock');
      servers.push(await engineWith({ ...enforcing, [limit]: false }, socket));

      await expect(ensureEngine({ env: { DOCKER_HOST: `unix://${socket}` } })).rejects.toThrow(
        new RegExp(`cannot enforce limits \\(${limit}\\)`),
      );
    },
  );

  it('says what a DOCKER_HOST looks like when it cannot be read', async () => {
    await expect(ensureEngine({ env: { DOCKER_HOST: 'ssh://somewhere' } })).rejects.toThrow(/Use unix:/);
  });

  it('takes a file that is no socket for an absent engine', async () => {
    const file = path.join(folder, 'docker.sock');
    await writeFile(file, '');

    await expect(ensureEngine({ env: { DOCKER_HOST: `unix://${file}` } })).rejects.toThrow(
      /No Docker Engine answers/,
    );
  });
});
