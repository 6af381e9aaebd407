import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { untilTrue } from '../support/until-true.js';

const SET_UP = new URL('../support/global-setup.mjs', import.meta.url).href;
/** What a Jest run does first, and then it waits. */
const PROGRAM = `
  const { default: setUp } = await import(${JSON.stringify(SET_UP)});
  await setUp();
  console.log(JSON.stringify({ pid: holdoutTestServer.pid, folder: holdoutTestFolder }));
  setInterval(() => {}, 1000);
`;

it('leaves no server and no files behind when the test run is killed', async () => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const run = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  run.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await untilTrue(
    () => said.includes('\n'),
    60_000,
    () => said,
  );
  const { pid, folder } = JSON.parse(said) as { pid: number; folder: string };
  expect([existsSync(`/proc/${pid}`), existsSync(folder)]).toEqual([true, true]);

  run.kill('SIGKILL');
  await once(run, 'exit');

  await untilTrue(
    () => !existsSync(`/proc/${pid}`) && !existsSync(folder),
    10_000,
    () => `process ${pid} or ${folder} is still there`,
  );
});
