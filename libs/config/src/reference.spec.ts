import { readFileSync, writeFileSync } from 'node:fs';
import { settingsReference } from './reference.js';

const FILE = new URL('../../../infra/configuration.md', import.meta.url);

it('is what infra/configuration.md says', () => {
  const written = readFileSync(FILE, 'utf8');
  const current = settingsReference();
  // Written anew where it is not current, so that it only has to be committed.
  if (written !== current) writeFileSync(FILE, current);
  expect(written).toBe(current);
});

it('names what a setting is unless it is set, and what must be set', () => {
  const reference = settingsReference();
  expect(reference).toMatch(/`WORKER_LEASE_SECONDS` +\| `30` +\| runs of a worker/);
  expect(reference).toMatch(/`AUTH_SECRET` † +\| required/);
  expect(reference).toMatch(/`OTEL_EXPORTER_OTLP_ENDPOINT` +\| — +\|/);
});
