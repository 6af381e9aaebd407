import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeviceLocks } from '@holdout/sandbox';
import { untilTrue } from '../../support/until-true.js';

const ENDED_WITHIN_MS = 5_000;
const started: ChildProcess[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-locks-'));
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process that counts ids as in a container: it is 1 to itself, and sees nobody else. Answers what it was told. */
async function inContainer(id = 'GPU-a'): Promise<{ told: string; kill(): void }> {
  const program = `
    const { DeviceLocks } = await import('@holdout/sandbox');
    console.log(process.pid, await new DeviceLocks(${JSON.stringify(folder)}).take('${id}'));
    setInterval(() => {}, 1000);`;
  const apart = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user'];
  const node = [process.execPath, '--input-type=module', '--eval', program];
  const child = spawn('unshare', [...apart, '--pid', '--fork', '--kill-child', ...node], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  started.push(child);
  const told = String((await once(child.stdout, 'data')) as unknown[]).trim();
  return { told, kill: () => void child.kill('SIGKILL') };
}

it('workers whose containers count process ids of their own never hold a GPU together', async () => {
  const here = new DeviceLocks(folder);
  await expect(here.take('GPU-b')).resolves.toBe(true);

  expect((await inContainer('GPU-b')).told).toBe('1 false');
  expect((await inContainer('GPU-a')).told).toBe('1 true');
  expect((await inContainer('GPU-a')).told).toBe('1 false');
  await expect(here.take('GPU-a')).resolves.toBe(false);
});

it('a GPU is free again when the worker that held it was killed, though others have its process id', async () => {
  (await inContainer()).kill();
  await untilTrue(
    async () => (await inContainer()).told === '1 true',
    ENDED_WITHIN_MS,
    () => 'The GPU is still held.',
  );
});
