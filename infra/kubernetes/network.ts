import plus from 'cdk8s-plus-33';
import type { Construct } from 'constructs';
import { labelsOf, METRICS_PORT, type Deployment } from './pods.js';

const { k8s } = plus;

const on = (port: number, protocol = 'TCP') => ({ port: k8s.IntOrString.fromNumber(port), protocol });
const podsOf = (app: string) => ({ podSelector: { matchLabels: labelsOf(app) } });
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

/**
 * Who may speak to whom. The API believes whoever asks it for whom they ask, so only the web app and what brings requests in may.
 * The web app speaks to nobody but the API. Metrics are for the namespace of Prometheus; a worker serves nobody else.
 */
export function addNetworkPolicies(scope: Construct, { ingress, monitoring }: Deployment): void {
  const entrance = namespace(ingress.namespace);
  const metrics = { from: [namespace(monitoring)], ports: [on(METRICS_PORT)] };
  const allowed: Record<string, Omit<plus.k8s.NetworkPolicySpec, 'podSelector'>> = {
    api: {
      policyTypes: ['Ingress'],
      ingress: [{ from: [entrance, podsOf('web')], ports: [on(3001)] }, metrics],
    },
    web: {
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [entrance], ports: [on(3002)] }],
      egress: [{ to: [podsOf('api')], ports: [on(3001)] }, { ports: [on(53), on(53, 'UDP')] }],
    },
    worker: { policyTypes: ['Ingress'], ingress: [metrics] },
    'set-up': { policyTypes: ['Ingress'] },
    backup: { policyTypes: ['Ingress'] },
  };
  for (const [app, rules] of Object.entries(allowed))
    new k8s.KubeNetworkPolicy(scope, `${app}-network`, {
      metadata: { name: `holdout-${app}` },
      spec: { ...rules, podSelector: { matchLabels: labelsOf(app) } },
    });
}
