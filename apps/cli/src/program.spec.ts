import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { World } from './command-context.js';
import { runProgram } from './program.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'holdout-cli-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const said = { out: '', err: '' };
  const world: World = {
    env: { HOME: home, HOLDOUT_URL: 'http://127.0.0.1:9', HOLDOUT_API_KEY: 'none' },
    cwd: home,
    stdin: process.stdin,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    signal: new AbortController().signal,
  };
  return { code: await runProgram(argv, '1.2.3', world), ...said };
}

it('lists its commands and exit codes', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const name of [
    'login',
    'whoami',
    'assignments',
    'init',
    'check',
    'submit',
    'watch',
    'logs',
    'results',
    'leaderboard',
    'cancel',
    'receipt',
    'reproduce',
    'files',
    'verify',
    'open',
    'complete',
  ])
    expect(out).toContain(`  ${name}`);
  expect(out).toContain('4 rejected before queueing');
});

it('ends with 1 for a command it does not know', async () => {
  expect(await run('sumbit')).toMatchObject({ code: 1, err: expect.stringContaining('unknown command') });
});

it.each([
  ['a wrong option', ['submit', '--json', '--wrong'], 1, 'USAGE'],
  ['a folder that is not there', ['submit', 'nowhere', '--json'], 4, 'SOURCE_MISSING'],
  ['a folder without holdout.toml', ['submit', '.', '--json'], 4, 'CONFIG_MISSING'],
  ['a server that does not answer', ['submit', '-a', 'x', '.', '--json'], 1, 'UNREACHABLE'],
  ['a server that does not answer check', ['check', '-a', 'x', '.', '--json'], 1, 'UNREACHABLE'],
  ['an archive of 0 bytes', ['submit', 'empty.tar.gz', '--json'], 4, 'ARCHIVE_EMPTY'],
])('prints exactly one object for %s', async (_name, argv, code, reason) => {
  await writeFile(path.join(home, 'empty.tar.gz'), '');
  const said = await run(...argv);
  expect(said.code).toBe(code);
  expect(said.err).toBe('');
  expect(said.out.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(said.out)).toMatchObject({
    submissionId: null,
    runId: null,
    outcome: null,
    reason,
    passed: false,
    points: null,
    metrics: [],
  });
});
