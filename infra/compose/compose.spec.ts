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
}

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const { services } = parse(text('compose.yml'), { merge: true }) as { services: Record<string, Service> };

describe('the deployment on one machine', () => {
  it.each([
    ['api', apiSettings],
    ['worker', workerSettings],
    ['web', webSettings],
  ] as const)('tells the %s only settings that it has, and all that it needs', (app, schema) => {
    const given = Object.keys(services[app]?.environment ?? {});
    const known = Object.entries(schema.shape);
    expect(given.filter((name) => !known.some(([each]) => each === name))).toEqual([]);
    const required = known.filter(([, field]) => !field.safeParse(undefined).success).map(([name]) => name);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
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
    ]);
    expect(having((service) => service.read_only === true && service.cap_drop?.[0] === 'ALL')).toEqual([
      'set-up',
      'api',
      'worker',
      'web',
    ]);
  });

  it('names in example.env every variable that has to be there', () => {
    const required = [...text('compose.yml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name ?? '');
    const named = [...text('example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(required.length).toBeGreaterThan(5);
    expect(required.filter((name) => !named.includes(name))).toEqual([]);
  });
});
