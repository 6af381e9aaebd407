import cdk8s from 'cdk8s';
import { HoldoutChart } from './chart.js';
import type { Deployment } from './pods.js';

export const example: Deployment = {
  namespace: 'holdout',
  domain: 'learn.example.org',
  version: '0.1.0',
  registry: 'registry.example.org/holdout',
  contentGib: 100,
  backups: { kept: 14, gib: 500 },
  mostWorkers: 20,
  engineGroup: 999,
  images: { light: `sha256:${'0'.repeat(64)}`, scorer: `sha256:${'0'.repeat(64)}` },
  trustedProxies: '10.0.0.0/8',
  ingress: {
    className: 'nginx',
    namespace: 'ingress-nginx',
    annotations: {
      'nginx.ingress.kubernetes.io/proxy-body-size': '64m',
      // Live pages keep a socket open.
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600',
    },
  },
  prometheus: 'http://prometheus-server.monitoring',
  monitoring: 'monitoring',
};

/** All objects of a deployment, as YAML. */
export function manifests(deployment: Deployment = example): string {
  const chart = new HoldoutChart(new cdk8s.App(), 'holdout', deployment);
  return cdk8s.Yaml.stringify(...(chart.toJson() as object[]));
}
