import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageIndexFiles } from './package-index.mjs';

const textOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(packageIndexFiles(env).map(({ name, content }) => [name, content.toString('utf8')]));

it('a build learns the index of the host, and nothing where the host has no settings', () => {
  expect(textOf({})).toEqual({ 'host/pip.conf': '[global]\ntimeout = 60\n' });
  expect(textOf({ PIP_INDEX_URL: 'https://index.example.org/simple' })['host/pip.conf']).toContain(
    'index-url = https://index.example.org/simple',
  );
});

it('a build trusts what the host trusts', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdout-ca-'));
  const bundle = path.join(folder, 'ca.crt');
  writeFileSync(bundle, 'certificates');
  const files = textOf({ SSL_CERT_FILE: bundle, PIP_CERT: '/nowhere' });
  rmSync(folder, { recursive: true });

  expect(files['host/ca.pem']).toBe('certificates');
  expect(files['host/pip.conf']).toContain('cert = /host/ca.pem');
});
