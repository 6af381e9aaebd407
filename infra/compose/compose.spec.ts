import { readFileSync } from 'node:fs';
import { adminSettings, apiSettings, webSettings, workerSettings } from '@holdout/config';
import { parse } from 'yaml';

interface Service {
  image: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  restart?: string;
  networks?: string[];
  healthcheck?: object;
  logging?: { options: { 'max-size': string } };
  mem_limit?: string;
  pids_limit?: number;
}

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const servicesOf = (name: string) =>
  (parse(text(name), { merge: true }) as { services: Record<string, Service> }).services;
const services = servicesOf('compose.yml');
const NONE: Service = { image: '' };
const machine = servicesOf('cluster/worker.yml')['worker'] ?? NONE;
const SCHEMAS = { api: apiSettings, worker: workerSettings, web: webSettings, admin: adminSettings };

/** What a service is told beside the settings that its app has, and what it is not told although the app needs it. */
function misfits(app: keyof typeof SCHEMAS, { environment = {} }: Service) {
  const known = Object.entries(SCHEMAS[app].shape);
  const required = known.filter(([, field]) => !field.safeParse(undefined).success).map(([name]) => name);
  return {
    unknown: Object.keys(environment).filter((name) => !known.some(([each]) => each === name)),
    missing: required.filter((name) => !(name in environment)),
  };
}

/** Settings that no operator is asked for: what the images say, where there are tests, and what other files of this folder add. */
const NOT_ASKED = {
  api: ['NODE_ENV', 'GIT_TEST_HOST', 'LTI_TEST_HOST'],
  worker: [
    'NODE_ENV',
    'LTI_TEST_HOST',
    'IMAGE_ARCHIVE_DIR',
    'IMAGE_TORCH_CUDA',
    'GPU_DEVICES',
    'GPU_DRIVER',
    'GPU_LOCK_DIR',
  ],
  web: ['NODE_ENV', 'HOLDOUT_DEMO'],
  admin: [],
};

/** Variables that a file insists on and its example does not name. */
function unnamed(files: readonly string[], example: string): string[] {
  const required = files.flatMap((file) =>
    [...text(file).matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name ?? ''),
  );
  const named = [...text(example).matchAll(/^(?:# )?(\w+)=/gm)].map(([, name]) => name);
  expect(required.length).toBeGreaterThan(5);
  return required.filter((name) => !named.includes(name));
}

describe('the deployment on one machine', () => {
  it.each(['api', 'worker', 'web', 'admin'] as const)(
    'tells the %s only settings that it has, and all that it needs',
    (app) => {
      expect(misfits(app, services[app] ?? NONE)).toEqual({ unknown: [], missing: [] });
    },
  );

  it.each(['api', 'worker', 'web', 'admin'] as const)('passes on every setting of the %s', (app) => {
    const given = Object.keys(services[app]?.environment ?? {});
    const left = Object.keys(SCHEMAS[app].shape).filter((name) => !given.includes(name));
    expect(left.sort()).toEqual([...NOT_ASKED[app]].sort());
  });

  it('watches what goes on, starts it again, and lets nothing fill the disk or gain rights', () => {
    const lasting = Object.entries(services).filter(([, { restart }]) => restart !== 'no');
    expect(lasting.map(([name]) => name).sort()).toEqual(
      ['api', 'postgres', 'prometheus', 'proxy', 'redis', 'store', 'web', 'worker'].sort(),
    );
    for (const [name, service] of lasting)
      expect([name, service.restart, Boolean(service.healthcheck)]).toEqual([name, 'unless-stopped', true]);
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.logging?.options['max-size'], service.security_opt]).toEqual([
        name,
        '10m',
        ['no-new-privileges:true'],
      ]);
      if (service.read_only)
        expect([name, typeof service.mem_limit, service.pids_limit]).toEqual([name, 'string', 512]);
    }
  });

  it('gives what the public reaches no way to database, queue and store', () => {
    const on = (network: string) =>
      Object.entries(services).flatMap(([name, { networks = [] }]) =>
        networks.includes(network) ? [name] : [],
      );
    expect(on('front')).toEqual(['api', 'web', 'proxy']);
    expect(on('inside')).toEqual(expect.arrayContaining(['postgres', 'redis', 'store', 'api', 'worker']));
    expect(on('inside')).not.toEqual(expect.arrayContaining(['web']));
    expect(on('inside')).not.toEqual(expect.arrayContaining(['proxy']));
  });

  it('gives the set-up the passwords of all roles', () => {
    const given = Object.keys(services['set-up']?.environment ?? {});
    const passwords = Object.keys(adminSettings.shape).filter((name) => name.endsWith('_PASSWORD'));
    expect(given).toEqual(expect.arrayContaining(passwords));
  });

  it('opens nothing but the proxy, and lets nobody but the worker reach the engine', () => {
    const having = (is: (service: Service) => boolean) =>
      Object.entries(services).flatMap(([name, service]) => (is(service) ? [name] : []));
    expect(having(({ ports }) => ports !== undefined)).toEqual(['proxy']);
    expect(having(({ volumes = [] }) => volumes.some((volume) => volume.includes('docker.sock')))).toEqual([
      'worker',
    ]);
    expect(having(({ volumes = [] }) => volumes.some((volume) => volume.startsWith('vault:')))).toEqual([
      'worker',
      'admin',
    ]);
    expect(having((service) => service.read_only === true && service.cap_drop?.[0] === 'ALL')).toEqual([
      'set-up',
      'api',
      'worker',
      'web',
      'admin',
      'school',
      'demo',
    ]);
  });

  it('lets the key of the API into the bucket of stored content, and not into that of hidden data', () => {
    const { keys } = (parse(text('compose.yml')) as { configs: { keys: { content: string } } }).configs;
    const filled = keys.content.replaceAll(/\$\{(\w+):-\w*\}/g, '$1');
    const { identities } = JSON.parse(filled) as { identities: { name: string; actions: string[] }[] };
    expect(identities.map(({ name, actions }) => [name, actions])).toEqual([
      ['api', ['Admin:S3_BUCKET']],
      ['worker', ['Admin:S3_BUCKET', 'Admin:S3_VAULT_BUCKET']],
    ]);
  });

  it('names in example.env every variable that has to be there', () => {
    expect(unnamed(['compose.yml', 'cluster/control.yml'], 'example.env')).toEqual([]);
  });
});

describe('the deployment on several machines', () => {
  it('tells a worker only settings that it has, and all that it needs', () => {
    expect(misfits('worker', machine)).toEqual({ unknown: [], missing: [] });
    const more = servicesOf('cluster/gpu.yml')['worker'] ?? NONE;
    expect(misfits('worker', more).unknown).toEqual([]);
  });

  it('tells a worker what the one beside everything else is told', () => {
    const here = Object.keys(services['worker']?.environment ?? {});
    expect(here.filter((name) => !(name in (machine.environment ?? {})))).toEqual([]);
  });

  it('opens database, queue and store on the private address alone', () => {
    const opened = Object.values(servicesOf('cluster/control.yml')).flatMap(({ ports = [] }) => ports);
    expect(opened.map((port) => port.split(':?}:'))).toEqual(
      ['5432:5432', '6379:6379', '8333:8333'].map((port) => ['${HOLDOUT_PRIVATE_ADDRESS', port]),
    );
  });

  it('gives a machine with GPUs their label, unless its operator says otherwise', () => {
    expect(servicesOf('cluster/gpu.yml')['worker']?.environment?.['WORKER_LABELS']).toBe(
      '${WORKER_LABELS:-cpu,gpu}',
    );
    expect(text('cluster/example.env')).toMatch(/^WORKER_LABELS=$/m);
  });

  it("names in example.env of a worker's machine every variable that has to be there", () => {
    expect(unnamed(['cluster/worker.yml', 'cluster/gpu.yml'], 'cluster/example.env')).toEqual([]);
  });
});
