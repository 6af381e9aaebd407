import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const MONITORING = path.join(import.meta.dirname, '../../infra/monitoring');
const MANIFESTS = path.join(import.meta.dirname, '../../infra/kubernetes/manifests.yaml');
const KEYWORDS = ['and', 'or', 'unless', 'bool'];
const SERIES_OF_HISTOGRAMS = /_(bucket|sum|count)$/;

interface Dashboard {
  panels: { targets: { expr: string }[] }[];
}

/** What is asked of Prometheus, by the file that asks. */
export function askedOfPrometheus(): Record<string, string[]> {
  const dashboards = readdirSync(path.join(MONITORING, 'dashboards')).map((file) => {
    const text = readFileSync(path.join(MONITORING, 'dashboards', file), 'utf8');
    const { panels } = JSON.parse(text) as Dashboard;
    return [file, panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))] as const;
  });
  const rules = readFileSync(path.join(MONITORING, 'alerts.yml'), 'utf8');
  const ofRules = [...rules.matchAll(/^ +expr: (?:\|\n((?: {10,}.*\n)+)|(.*)$)/gm)].map(
    ([, block, line]) => block ?? line ?? '',
  );
  const scaledBy = [...readFileSync(MANIFESTS, 'utf8').matchAll(/^ +query: (.*)$/gm)].map(
    ([, query]) => query ?? '',
  );
  return { ...Object.fromEntries(dashboards), 'alerts.yml': ofRules, 'manifests.yaml': scaledBy };
}

/**
 * Metrics that expressions name and nobody exports.
 * @param exported what the apps answer to Prometheus
 */
export function unexported(expressions: readonly string[], exported: string): string[] {
  const known = new Set([...exported.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  known.add('up'); // Prometheus' own
  return expressions
    .flatMap(metricsIn)
    .filter((name) => !known.has(name) && !known.has(name.replace(SERIES_OF_HISTOGRAMS, '')));
}

/** Series that an expression asks for, as it picks them, without the range that it takes of them. */
export function selectorsIn(expression: string): string[] {
  return metricsIn(expression).flatMap(
    (name) => expression.match(new RegExp(`\\b${name}(\\{[^}]*\\})?(?![a-z_])`, 'g')) ?? [],
  );
}

/** Words that are neither functions nor within braces or brackets, nor what is grouped by. */
function metricsIn(expression: string): string[] {
  const bare = expression
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  return [...bare.matchAll(/\b[a-z_:][a-z0-9_:]*\b(?!\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !KEYWORDS.includes(name));
}
