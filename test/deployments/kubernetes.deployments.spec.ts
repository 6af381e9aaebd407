import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { untilTrue } from '../support/until-true.js';
import { KubernetesApi, type Answer, type KubernetesObject } from './support/kubernetes-api.js';

const MANIFESTS = path.join(import.meta.dirname, '../../infra/kubernetes/manifests.yaml');
const KNOWN_WITHIN_MS = 30_000;

let folder: string;
let api: KubernetesApi;
let objects: KubernetesObject[];

beforeAll(async () => {
  const tools = process.env['KUBERNETES_API'] ?? '';
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-kubernetes-'));
  api = await KubernetesApi.start(tools, folder);
  const texts = parseAllDocuments(await readFile(MANIFESTS, 'utf8'));
  objects = texts.map((document) => document.toJS() as KubernetesObject);
  const keda = parse(await readFile(path.join(tools, 'keda.yaml'), 'utf8')) as KubernetesObject;
  expect((await api.apply(keda)).status).toBe(201);
  await Promise.all([namespace('holdout', 'privileged'), namespace('kept-tight', 'restricted')]);
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** @param admits what Pod Security lets in */
async function namespace(name: string, admits: string): Promise<void> {
  const labels = { 'pod-security.kubernetes.io/enforce': admits };
  const made = await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
  expect(made.status).toBe(201);
}

const said = ({ status, body, warnings }: Answer) => [status, body.message ?? '', warnings];

it('takes every object, without a warning, and changes nothing when they are applied again', async () => {
  // A kind that was added a moment ago is known a moment later.
  const scaled = objects.find(({ kind }) => kind === 'ScaledObject') as KubernetesObject;
  await untilTrue(
    () =>
      api.apply(scaled).then(
        ({ status }) => status === 201,
        () => false,
      ),
    KNOWN_WITHIN_MS,
    () => 'The API does not know what KEDA adds.',
  );
  const taken = new Map<KubernetesObject, unknown>();
  for (const object of objects) {
    const answer = await api.apply(object);
    expect([object.kind, object.metadata.name, ...said(answer)]).toEqual([
      object.kind,
      object.metadata.name,
      object === scaled ? 200 : 201,
      '',
      [],
    ]);
    taken.set(object, contentOf(answer));
  }
  for (const object of objects) expect(contentOf(await api.apply(object))).toEqual(taken.get(object));
});

it('would refuse a field that it does not know, and a value that it does not take', async () => {
  const [deployment] = objects.filter(({ kind }) => kind === 'Deployment') as [KubernetesObject];
  const unknown = await api.apply({ ...deployment, spec: { ...deployment.spec, replica: 2 } });
  expect(unknown.body.message).toContain('.spec.replica: field not declared in schema');
  const wrong = await api.apply({ ...deployment, spec: { ...deployment.spec, replicas: -1 } });
  expect(said(wrong)).toEqual([422, expect.stringContaining('must be greater than or equal to 0'), []]);
});

it('has pods that the strictest Pod Security lets in, but for the worker, who is given the socket of an engine', async () => {
  const answers: Record<string, string> = {};
  for (const { metadata, pod } of podsIn(objects)) {
    const metadataThere = { ...metadata, namespace: 'kept-tight' };
    const { status, body } = await api.tryOut({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: metadataThere,
      spec: pod,
    });
    answers[metadata.name] = status === 201 ? 'let in' : (body.message ?? '');
  }
  const { 'holdout-worker': worker, ...others } = answers;
  expect(others).toEqual({
    'holdout-api': 'let in',
    'holdout-backup': 'let in',
    'holdout-set-up-0-1-0': 'let in',
    'holdout-web': 'let in',
  });
  expect(worker).toMatch(
    /restricted volume types \(volume "engine" uses restricted volume type "hostPath"\)/,
  );
  expect(worker?.match(/[a-zA-Z]+ != |unrestricted|must set|must not/g) ?? []).toEqual([]);
});

function contentOf({ body: { metadata, ...rest } }: Answer): unknown {
  const { resourceVersion: _counted, ...named } = metadata ?? { name: '' };
  return { ...rest, metadata: named };
}

/** The pods that controllers would make of what is here. */
function podsIn(
  all: readonly KubernetesObject[],
): { metadata: { name: string }; pod: Record<string, unknown> }[] {
  type Template = { spec: Record<string, unknown> };
  return all.flatMap(({ metadata: { name }, spec }) => {
    const nested = spec?.['jobTemplate'] as { spec: { template: Template } } | undefined;
    const template = (spec?.['template'] as Template | undefined) ?? nested?.spec.template;
    return template ? [{ metadata: { name }, pod: template.spec }] : [];
  });
}
