import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Advisories } from '../support/advisories.js';
import { auditPackages, auditPins, KNOWN, missingUpdates, NotAuditedError, writePlanted } from '../support/audits.mjs'; // prettier-ignore

const dockerHost = String(process.env.DOCKER_HOST);
const image = String(process.env.IMAGE_LIGHT);
const JINJA = { name: 'jinja2', version: '2.4.1', id: 'PYSEC-2014-8' };
const LODASH = { ...KNOWN, id: 'GHSA-35jh-r3h4-6jhm' };
const started: Advisories[] = [];
const serving = async (...args: Parameters<typeof Advisories.start>) => {
  const service = await Advisories.start(...args);
  started.push(service);
  return service;
};
afterEach(() => started.splice(0).forEach((service) => service.stop()));

describe('a package of npm', () => {
  const planted = { name: 'left-behind', version: '1.2.3', id: 'GHSA-planted' };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'holdout-planted-'));
    writePlanted(folder, planted);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const audited = async (...registries: Advisories[]) =>
    auditPackages({ folder, registries: registries.map(({ url }) => url) });

  it('is found when it is weak', async () => {
    const registry = await serving([planted, LODASH]);
    await expect(audited(registry)).rejects.toThrow(/^left-behind .*GHSA-planted/);
  });

  it('passes where the registry knows others, and not it', async () => {
    await expect(audited(await serving([LODASH]))).resolves.toBe('');
  });

  it('is asked about elsewhere where a registry keeps no list, and not audited where none does', async () => {
    const without = await serving([], 405);
    const empty = await serving([]);
    await expect(audited(without, await serving([planted, LODASH]))).rejects.toThrow('GHSA-planted');
    const nobody = audited(without, empty);
    await expect(nobody).rejects.toThrow(NotAuditedError);
    await expect(nobody).rejects.toThrow(/405 .*; the registry answers, and knows of no weakness of lodash/);
  });
});

describe('a pin of PyPI', () => {
  const planted = { name: 'left-behind', version: '1.2.3', id: 'PYSEC-planted' };
  const audited = (...services: Advisories[]) =>
    auditPins({
      pins: [planted],
      services: services.map(({ url }) => ['--vulnerability-service', 'osv', '--osv-url', `${url}v1/query`]),
    });

  it('is found when it is weak', async () => {
    await expect(audited(await serving([planted, JINJA]))).rejects.toThrow(
      'left-behind 1.2.3: PYSEC-planted',
    );
  });

  it('passes where others are known to be weak; nothing passes where none are', async () => {
    await expect(audited(await serving([JINJA]))).resolves.toBe('1 pins');
    await expect(audited(await serving([planted]))).rejects.toThrow(NotAuditedError);
    await expect(audited(await serving([], 503))).rejects.toThrow(NotAuditedError);
  });
});

it('an image that lacks an update of Debian is found', async () => {
  const aged = await missingUpdates({ dockerHost, image, aged: 'tzdata' });
  expect(aged).toEqual(expect.arrayContaining([expect.stringMatching(/^tzdata \[0\.1\] \(20\d\d/)]));
});
