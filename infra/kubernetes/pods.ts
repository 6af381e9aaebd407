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
  mostWorkers: number;
  /** Of the group that may use the engine on the workers' nodes. */
  engineGroup: number;
  /** Ids of the grading images on the workers' nodes. */
  images: { light: string; scorer: string };
  /** Who asks on behalf of readers: the network of the pods. */
  trustedProxies: string;
  /** The address of Prometheus, and its namespace. */
  prometheus: string;
  monitoring: string;
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
export function settings({ domain, images, trustedProxies }: Deployment): Record<string, string> {
  return {
    PUBLIC_URL: `https://${domain}`,
    HOLDOUT_DATA: '/data',
    BLOB_DIR: '/data/blobs',
    TRUSTED_PROXIES: trustedProxies,
    IMAGE_LIGHT: images.light,
    IMAGE_SCORER: images.scorer,
  };
}

/** Variables from the Secret `holdout`; one that it lacks is not set, and the app says so if it needs it. */
export function secretFrom(...names: string[]): plus.k8s.EnvVar[] {
  return names.map((name) => ({
    name,
    valueFrom: { secretKeyRef: { name: 'holdout', key: name, optional: true } },
  }));
}

interface ContainerOptions {
  env: plus.k8s.EnvVar[];
  command?: string[];
  probes?: { port: number; path?: string };
  volumeMounts?: plus.k8s.VolumeMount[];
}

export function appContainer(
  app: 'api' | 'web' | 'worker',
  { registry, version }: Deployment,
  { env, command, probes, volumeMounts }: ContainerOptions,
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
