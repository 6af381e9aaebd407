import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestIssuer, type Issued } from '../support/issuer.js';
import { nodeEnvironment } from '../support/node-environment.js';
import { ATTACKS } from '../support/verification-attacks.js';

interface Told {
  verdict: string;
  steps: { step: string; finding: string }[];
}

let folder: string;
let issuer: TestIssuer;
let issued: Issued;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-'));
  issuer = await TestIssuer.create('https://academy.example');
  issued = await issuer.issue();
});
afterAll(() => rm(folder, { recursive: true }));

/** What `holdout verify` tells of files, without a connection. */
async function told(texts: { credential: string; document: string; list: string }) {
  const place = await mkdtemp(path.join(folder, 'given-'));
  const files = Object.entries({ ...texts, receipt: issued.receipt });
  for (const [name, text] of files) await writeFile(path.join(place, name), text);
  const [credential = '', ...others] = files.map(([name]) => path.join(place, name));
  return new Promise<Told & { status: number | string | null | undefined }>((resolve) => {
    execFile(
      process.execPath,
      ['apps/cli/dist/main.js', 'verify', credential, '--offline', '--json', '--with', ...others],
      { cwd: new URL('../../', import.meta.url), env: { ...nodeEnvironment, HOME: place } },
      (error, stdout) => resolve({ ...(JSON.parse(stdout) as Told), status: error?.code ?? 0 }),
    );
  });
}

it('holdout verify shows whatever is wrong as what it is', async () => {
  await Promise.all(
    Object.entries(ATTACKS).map(async ([name, { given, expected, verdict: due }]) => {
      const { verdict, steps, status } = await told(await given(issuer, issued));
      const found = Object.fromEntries(steps.map(({ step, finding }) => [step, finding]));
      expect([name, found]).toMatchObject([name, expected]);
      expect([name, verdict, status]).toEqual([name, due, due === 'VERIFIED' ? 0 : 2]);
    }),
  );
});
