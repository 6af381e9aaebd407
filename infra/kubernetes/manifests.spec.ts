import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { apiSettings, webSettings, workerSettings } from '@holdout/config';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';
import { manifests } from './manifests.js';

const FILE = new URL('manifests.yaml', import.meta.url);
/** The schemas of the API, by kind. */
const KINDS = {
  ConfigMap,
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
  spec?: { template?: { spec: Pod } };
  data?: Record<string, string>;
}

interface Pod {
  securityContext: { runAsNonRoot: boolean };
  containers: {
    name: string;
    env: { name: string }[];
    securityContext: { readOnlyRootFilesystem: boolean };
  }[];
}

const objectsIn = (text: string) => parseAllDocuments(text).map((document) => document.toJS() as Manifest);
const objects = objectsIn(manifests());
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

  it('tells each app only settings that it has, and all that it needs', () => {
    const shared = Object.keys(objects.find(({ kind }) => kind === 'ConfigMap')?.data ?? {});
    const schemas = { api: apiSettings, worker: workerSettings, web: webSettings };
    for (const [app, schema] of Object.entries(schemas)) {
      const pod = objects.find(
        ({ kind, metadata }) => kind === 'Deployment' && metadata.name === `holdout-${app}`,
      );
      const own = pod?.spec?.template?.spec.containers[0]?.env.map(({ name }) => name) ?? [];
      const known = Object.keys(schema.shape);
      expect(own.filter((name) => !known.includes(name))).toEqual([]);
      const required = known.filter(
        (name) => !schema.shape[name as keyof typeof schema.shape].safeParse(undefined).success,
      );
      expect(required.filter((name) => !own.includes(name) && !shared.includes(name))).toEqual([]);
    }
  });

  it('runs nothing as root, and writes nowhere but where it must', () => {
    const pods = objects.flatMap(({ spec }) => spec?.template?.spec ?? []);
    expect(pods).toHaveLength(4);
    for (const { securityContext, containers } of pods) {
      expect(securityContext.runAsNonRoot).toBe(true);
      for (const container of containers) expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
    }
  });
});
