import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { adminSettings, apiSettings, webSettings, workerSettings } from '@holdout/config';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';
import { example, manifests } from './manifests.js';

const FILE = new URL('manifests.yaml', import.meta.url);
/** The schemas of the API, by kind. */
const KINDS = {
  ConfigMap,
  CronJob,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  ScaledObject,
  Service,
};
type Kind = keyof typeof KINDS;

interface Manifest {
  kind: Kind;
  apiVersion: string;
  metadata: { name: string };
  spec?: { template?: { spec: Pod }; jobTemplate?: { spec: { template: { spec: Pod } } } };
  data?: Record<string, string>;
}

interface Pod {
  automountServiceAccountToken: boolean;
  securityContext: { runAsNonRoot: boolean };
  containers: { name: string; env: { name: string }[]; securityContext: object }[];
}

const objectsIn = (text: string) => parseAllDocuments(text).map((document) => document.toJS() as Manifest);
const objects = objectsIn(manifests());
const podOf = ({ spec }: Manifest): Pod | undefined =>
  (spec?.template ?? spec?.jobTemplate?.spec.template)?.spec;
const check = ({ kind, ...object }: Manifest): void =>
  new (KINDS[kind] as new (data: object) => { validate(): void })(object).validate();

it('is what manifests.yaml says, however that is laid out', () => {
  const written = objectsIn(readFileSync(FILE, 'utf8'));
  // Written anew where it is not current, so that it only has to be formatted and committed.
  if (!isDeepStrictEqual(written, objects)) writeFileSync(FILE, manifests());
  expect(written).toEqual(objects);
});

describe('the objects of a deployment', () => {
  it.each(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const))(
    'agrees with the schema of the API: %s',
    (_name, object) => {
      expect(() => check(object)).not.toThrow();
    },
  );

  it('would not agree if a field were wrong', () => {
    const [deployment] = objects.filter(({ kind }) => kind === 'Deployment');
    expect(() => check({ ...deployment!, spec: { template: undefined } } as Manifest)).toThrow(
      /selector|template/,
    );
  });

  it.each([
    ['api', apiSettings],
    ['worker', workerSettings],
    ['web', webSettings],
    ['backup', adminSettings],
  ] as const)('tells the %s only settings that it has, and all that it needs', (app, schema) => {
    const shared = Object.keys(objects.find(({ kind }) => kind === 'ConfigMap')?.data ?? {});
    const pods = objects
      .filter(({ metadata }) => metadata.name === `holdout-${app}`)
      .flatMap((each) => podOf(each) ?? []);
    expect(pods).toHaveLength(1);
    const own = pods[0]?.containers[0]?.env.map(({ name }) => name) ?? [];
    const known = Object.keys(schema.shape);
    expect(own.filter((name) => !known.includes(name))).toEqual([]);
    const required = Object.entries(schema.shape).flatMap(([name, field]) =>
      field.safeParse(undefined).success ? [] : [name],
    );
    expect(required.filter((name) => !own.includes(name) && !shared.includes(name))).toEqual([]);
    const secrets = known.filter(
      (name) => /(_SECRET|_PASSWORD|_KEY|_URL)$/.test(name) && shared.includes(name),
    );
    expect(secrets).toEqual(
      shared.includes('PUBLIC_URL') && known.includes('PUBLIC_URL') ? ['PUBLIC_URL'] : [],
    );
  });

  it('runs nothing as root, and writes nowhere but where it must', () => {
    const pods = objects.flatMap((each) => podOf(each) ?? []);
    expect(pods).toHaveLength(5);
    for (const { securityContext, containers, automountServiceAccountToken } of pods) {
      expect([securityContext.runAsNonRoot, automountServiceAccountToken]).toEqual([true, false]);
      for (const { securityContext: container } of containers)
        expect(container).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
    }
  });

  it('says of every pod who may reach it', () => {
    const policies = objects
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map(({ metadata }) => metadata.name);
    const pods = objects
      .filter((each) => podOf(each))
      .map(({ metadata }) => metadata.name.replace(/-\d+-\d+-\d+$/, ''));
    expect(policies.sort()).toEqual(pods.sort());
  });

  it('refers to nothing that is not there, but for what an operator brings', () => {
    const text = JSON.stringify(objects);
    const named = (field: string) =>
      [...text.matchAll(new RegExp(`"${field}":"([^"]+)"`, 'g'))].map(([, name]) => name ?? '');
    const are = (kind: Kind) =>
      objects.filter((each) => each.kind === kind).map(({ metadata }) => metadata.name);
    expect([...new Set(named('claimName'))].sort()).toEqual(are('PersistentVolumeClaim').sort());
    const backends = [...text.matchAll(/"service":\{"name":"([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(backends)].sort()).toEqual(are('Service').sort());
    const scaled = [...text.matchAll(/"scaleTargetRef":\{[^}]*"name":"([^"]+)"/g)].map(([, name]) => name);
    expect(scaled.sort()).toEqual(['holdout-api', 'holdout-worker']);
    expect(are('Deployment')).toEqual(expect.arrayContaining(scaled));
  });

  it('has workers by an expression that promtool has tried', () => {
    const cases = readFileSync(new URL('../monitoring/alerts.test.yml', import.meta.url), 'utf8');
    const queries = [...manifests().matchAll(/^ +query: (.*)$/gm)].map(([, query]) => query);
    expect(queries).toHaveLength(1);
    expect(cases).toContain(`- expr: ${queries[0]}\n`);
  });

  it('takes on further images and settings', () => {
    const images = { ...example.images, 'torch-cpu': 'sha256:1', onnx: 'sha256:2' };
    const more = objectsIn(manifests({ ...example, images, settings: { MAIL_FROM: 'school@example.org' } }));
    expect(more.find(({ kind }) => kind === 'ConfigMap')?.data).toMatchObject({
      IMAGE_TORCH_CPU: 'sha256:1',
      IMAGE_ONNX: 'sha256:2',
      MAIL_FROM: 'school@example.org',
    });
  });
});
