import cdk8s from 'cdk8s';
import plus from 'cdk8s-plus-33';
import type { Construct } from 'constructs';
import { addBackups, addSetUp } from './jobs.js';
import { addNetworkPolicies } from './network.js';
import {
  APIS_KEY,
  appContainer,
  BUCKET,
  claimed,
  labelsOf,
  METRICS_PORT,
  podSecurity,
  secretFrom,
  settings,
  WORKERS_KEY,
  type Deployment,
} from './pods.js';

const { ApiObject, Chart } = cdk8s;
const { k8s } = plus;
/** Resource-seconds of work at hand for each worker: more workers are added until a run waits no longer than about this. */
const SECONDS_OF_WORK = 300;
const API_PATHS = ['/graphql', '/auth', '/uploads', '/files', '/issuers', '/lti', '/queues', '/health'];

/** Holdout on Kubernetes. PostgreSQL, Redis, the ingress' certificate and the Secret are yours to bring. */
export class HoldoutChart extends Chart {
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, { namespace: deployment.namespace, labels: { 'app.kubernetes.io/part-of': 'holdout' } });
    this.deployment = deployment;
    new k8s.KubeConfigMap(this, 'settings', {
      metadata: { name: 'holdout-settings' },
      data: settings(deployment),
    });
    this.volume('content', 'ReadWriteMany', deployment.contentGib);
    this.volume('vault', 'ReadWriteMany', 10);
    this.volume('backups', 'ReadWriteOnce', deployment.backups.gib);
    addSetUp(this, deployment);
    addBackups(this, deployment);
    this.api();
    this.web();
    this.worker();
    this.ingress();
    addNetworkPolicies(this, deployment);
  }

  private volume(name: string, mode: string, gib: number): void {
    new k8s.KubePersistentVolumeClaim(this, name, {
      metadata: { name: `holdout-${name}` },
      spec: {
        accessModes: [mode],
        resources: { requests: { storage: k8s.Quantity.fromString(`${gib}Gi`) } },
        ...(this.deployment.storageClass ? { storageClassName: this.deployment.storageClass } : {}),
      },
    });
  }

  private api(): void {
    this.deploy('api', {
      port: 3001,
      graceSeconds: 20,
      env: [
        { name: 'API_HOST', value: '0.0.0.0' },
        { name: 'API_PORT', value: '3001' },
        { name: 'API_METRICS_HOST', value: '0.0.0.0' },
        { name: 'API_METRICS_PORT', value: String(METRICS_PORT) },
        { name: 'UPLOAD_DIR', value: '/data/uploads' },
        ...secretFrom('API_DATABASE_URL', 'AUTH_DATABASE_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL'),
        ...secretFrom('AUTH_SECRET', 'HOLDOUT_DEPLOYMENT_SECRET', ...BUCKET),
        ...APIS_KEY,
      ],
      probes: { port: 3001 },
      volumes: { content: '/data' },
    });
    new k8s.KubeHorizontalPodAutoscalerV2(this, 'api-scale', {
      metadata: { name: 'holdout-api' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'holdout-api' },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
          },
        ],
      },
    });
    this.budget('api');
  }

  private web(): void {
    this.deploy('web', {
      replicas: 2,
      port: 3002,
      graceSeconds: 20,
      env: [{ name: 'API_INTERNAL_URL', value: 'http://holdout-api:3001' }],
      probes: { port: 3002, path: '/icon.svg' },
    });
    this.budget('web');
  }

  /** Runs where a node has an engine of its own for it, and nothing else. */
  private worker(): void {
    this.deploy('worker', {
      graceSeconds: 60,
      env: [
        { name: 'WORKER_ID', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'WORKER_HOST', value: '0.0.0.0' },
        { name: 'WORKER_PORT', value: String(METRICS_PORT) },
        { name: 'VAULT_DIR', value: '/vault' },
        { name: 'DOCKER_HOST', value: 'unix:///var/run/docker.sock' },
        ...secretFrom('WORKER_DATABASE_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL', 'SMTP_URL'),
        ...secretFrom('HOLDOUT_DEPLOYMENT_SECRET', 'ISSUER_KEY_SECRET', ...BUCKET, 'S3_VAULT_BUCKET'),
        ...WORKERS_KEY,
      ],
      probes: { port: METRICS_PORT },
      volumes: { content: '/data', vault: '/vault' },
      hostSocket: '/var/run/docker.sock',
    });
    new ApiObject(this, 'worker-scale', {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'holdout-worker' },
      spec: {
        scaleTargetRef: { name: 'holdout-worker' },
        minReplicaCount: 1,
        maxReplicaCount: this.deployment.mostWorkers,
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: SLOWLY } } },
        triggers: [
          {
            type: 'prometheus',
            metadata: {
              serverAddress: this.deployment.prometheus,
              query: 'sum(max by (lane, resource) (holdout_queue_demand_resource_seconds{resource="CPU"}))',
              threshold: String(SECONDS_OF_WORK),
            },
          },
        ],
      },
    });
  }

  private ingress(): void {
    const to = (app: string, port: number) => ({
      service: { name: `holdout-${app}`, port: { number: port } },
    });
    const paths = [
      ...API_PATHS.map((path) => ({ path, pathType: 'Prefix', backend: to('api', 3001) })),
      { path: '/', pathType: 'Prefix', backend: to('web', 3002) },
    ];
    const { domain, ingress } = this.deployment;
    new k8s.KubeIngress(this, 'ingress', {
      metadata: { name: 'holdout', annotations: ingress.annotations ?? {} },
      spec: {
        ingressClassName: ingress.className,
        tls: [{ hosts: [domain], secretName: 'holdout-certificate' }],
        rules: [{ host: domain, http: { paths } }],
      },
    });
  }

  /** One at least goes on while nodes are emptied. */
  private budget(app: string): void {
    new k8s.KubePodDisruptionBudget(this, `${app}-budget`, {
      metadata: { name: `holdout-${app}` },
      spec: { minAvailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: labelsOf(app) } },
    });
  }

  private deploy(app: 'api' | 'web' | 'worker', pod: Pod): void {
    const { replicas, port, graceSeconds, hostSocket } = pod;
    const { volumes, volumeMounts } = claimed(pod.volumes ?? {});
    const metrics = app === 'web' ? {} : { annotations: SCRAPED };
    new k8s.KubeDeployment(this, app, {
      metadata: { name: `holdout-${app}` },
      spec: {
        ...(replicas ? { replicas } : {}),
        selector: { matchLabels: labelsOf(app) },
        template: {
          metadata: { labels: labelsOf(app), ...metrics },
          spec: {
            automountServiceAccountToken: false,
            terminationGracePeriodSeconds: graceSeconds,
            securityContext: hostSocket
              ? { ...podSecurity, supplementalGroups: [this.deployment.engineGroup] }
              : podSecurity,
            ...(hostSocket ? ENGINE_NODES : { topologySpreadConstraints: [apart(app)] }),
            containers: [
              appContainer(app, this.deployment, {
                env: pod.env,
                probes: pod.probes,
                isServing: port !== undefined,
                volumeMounts: [
                  ...volumeMounts,
                  ...(hostSocket ? [{ name: 'engine', mountPath: hostSocket }] : []),
                ],
              }),
            ],
            volumes: [
              ...volumes,
              ...(hostSocket ? [{ name: 'engine', hostPath: { path: hostSocket, type: 'Socket' } }] : []),
            ],
          },
        },
      },
    });
    if (port === undefined) return;
    new k8s.KubeService(this, `${app}-service`, {
      metadata: { name: `holdout-${app}` },
      spec: {
        selector: labelsOf(app),
        ports: [{ name: 'http', port, targetPort: k8s.IntOrString.fromNumber(port) }],
      },
    });
  }
}

interface Pod {
  /** Left to a scaler without it. */
  replicas?: number;
  /** Where others reach it. */
  port?: number;
  graceSeconds: number;
  env: plus.k8s.EnvVar[];
  probes: { port: number; path?: string };
  /** Where claims are mounted, by their names. */
  volumes?: Record<string, string>;
  hostSocket?: string;
}

/** A worker that is taken away gives its runs back: rather late than often, and one after the other. */
const SLOWLY = {
  stabilizationWindowSeconds: 600,
  policies: [{ type: 'Pods', value: 1, periodSeconds: 120 }],
};

/** As the chart of the Prometheus community looks for what it asks. */
const SCRAPED = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(METRICS_PORT) };

/** Nodes with an engine, kept free of everything else: whoever reaches the engine has the node. */
const ENGINE_NODES = {
  nodeSelector: { 'holdout.dev/engine': 'docker' },
  tolerations: [{ key: 'holdout.dev/engine', operator: 'Exists', effect: 'NoSchedule' }],
};

/** On different nodes, where there are some. */
function apart(app: string): plus.k8s.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey: 'kubernetes.io/hostname',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: labelsOf(app) },
  };
}
