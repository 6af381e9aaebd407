import plus from 'cdk8s-plus-33';

const { k8s } = plus;

/** What is different from one cluster to another. */
export interface Deployment {
  namespace: string;
  domain: string;
  /** Tag of the three images, and part of the name of the job that brings the database to it. */
  version: string;
  /** Where the images are, such as registry.example.org/holdout. */
  registry: string;
  storageClass?: string;
  contentGib: number;
  /** How many backups are kept, and where there is room for them. */
  backups: { kept: number; gib: number };
  mostWorkers: number;
  /** Of the group that may use the engine on the workers' nodes. */
  engineGroup: number;
  /** Ids of the grading images on the workers' nodes. */
  images: { light: string; scorer: string; 'torch-cpu'?: string; onnx?: string; 'torch-cuda'?: string };
  /** Who asks on behalf of readers: the network of the pods. */
  trustedProxies: string;
  /** What brings requests in: its class, its namespace, and what it has to be told (uploads come in pieces of 4 MiB). */
  ingress: { className: string; namespace: string; annotations?: Record<string, string> };
  /** The address of Prometheus, and its namespace. */
  prometheus: string;
  monitoring: string;
  /** Further settings that are no secrets, by their names in configuration.md. */
  settings?: Record<string, string>;
}

export const METRICS_PORT = 9464;

/** An S3-compatible store, where there is one. */
export const BUCKET = ['S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION'];
export const APIS_KEY = secretFrom('S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY');
/** The bucket of hidden data opens for it too. */
export const WORKERS_KEY = [
  secretAs('S3_ACCESS_KEY_ID', 'S3_WORKER_ACCESS_KEY_ID'),
  secretAs('S3_SECRET_ACCESS_KEY', 'S3_WORKER_SECRET_ACCESS_KEY'),
];

export function labelsOf(app: string): Record<string, string> {
  return { 'app.kubernetes.io/name': `holdout-${app}` };
}

/** Claims by their names, where they are mounted, and a folder for what is forgotten with the pod. */
export function claimed(places: Record<string, string>): {
  volumes: plus.k8s.Volume[];
  volumeMounts: plus.k8s.VolumeMount[];
} {
  const names = Object.keys(places);
  return {
    volumes: [
      { name: 'tmp', emptyDir: {} },
      ...names.map((name) => ({ name, persistentVolumeClaim: { claimName: `holdout-${name}` } })),
    ],
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      ...Object.entries(places).map(([name, mountPath]) => ({ name, mountPath })),
    ],
  };
}

/** As the images' own user; content is shared through the group. */
export const podSecurity: plus.k8s.PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: 10_002,
  runAsGroup: 10_002,
  fsGroup: 10_002,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** What is no secret. */
export function settings({
  domain,
  images,
  trustedProxies,
  settings: more,
}: Deployment): Record<string, string> {
  return {
    PUBLIC_URL: `https://${domain}`,
    HOLDOUT_DATA: '/data',
    BLOB_DIR: '/data/blobs',
    TRUSTED_PROXIES: trustedProxies,
    ...Object.fromEntries(
      Object.entries(images).map(([name, id]) => [`IMAGE_${name.toUpperCase().replace('-', '_')}`, id]),
    ),
    ...more,
  };
}

/** Variables from the Secret `holdout`; one that it lacks is not set, and the app says so if it needs it. */
export function secretFrom(...names: string[]): plus.k8s.EnvVar[] {
  return names.map((name) => secretAs(name, name));
}

/** A variable that has another name in the Secret than in the app. */
export function secretAs(name: string, key: string): plus.k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: 'holdout', key, optional: true } } };
}

interface ContainerOptions {
  env: plus.k8s.EnvVar[];
  command?: string[];
  probes?: { port: number; path?: string };
  /** Of what is behind a Service: requests still come for a moment after it was told to end. */
  isServing?: boolean;
  volumeMounts?: plus.k8s.VolumeMount[];
}

export function appContainer(
  app: 'api' | 'web' | 'worker',
  { registry, version }: Deployment,
  { env, command, probes, isServing, volumeMounts }: ContainerOptions,
): plus.k8s.Container {
  const probe = (path: string, port: number) => ({
    httpGet: { path, port: k8s.IntOrString.fromNumber(port) },
  });
  return {
    name: app,
    image: `${registry}/${app}:${version}`,
    envFrom: [{ configMapRef: { name: 'holdout-settings' } }],
    env,
    ...(command ? { command } : {}),
    ...(isServing ? { lifecycle: { preStop: { sleep: { seconds: 5 } } } } : {}),
    ...(volumeMounts ? { volumeMounts } : {}),
    ...(probes
      ? {
          livenessProbe: {
            ...probe(probes.path ?? '/health/live', probes.port),
            periodSeconds: 20,
            timeoutSeconds: 5,
          },
          readinessProbe: {
            ...probe(probes.path ?? '/health/ready', probes.port),
            periodSeconds: 5,
            timeoutSeconds: 5,
          },
          startupProbe: {
            ...probe(probes.path ?? '/health/live', probes.port),
            periodSeconds: 2,
            failureThreshold: 60,
          },
        }
      : {}),
    resources: {
      requests: { cpu: k8s.Quantity.fromString('250m'), memory: k8s.Quantity.fromString('512Mi') },
      limits: { memory: k8s.Quantity.fromString('2Gi') },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}
