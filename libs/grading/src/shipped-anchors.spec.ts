import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { t975 } from '@holdout/domain';
import { loadAssignment, type LoadedAssignment } from './load-assignment.js';

const GRADERS = path.resolve(import.meta.dirname, '../../../graders');
const projects = readdirSync(GRADERS).filter((name) => existsSync(path.join(GRADERS, name, 'anchors.json')));
/** Five digits are written. */
const ROUNDING = 5e-5;

/** Metrics that are shown but count nothing: the strong reference is not better than the simple one beyond chance. */
const WITHOUT_WEIGHT: Readonly<Record<string, readonly string[]>> = {
  'tabular-risk': ['miscalibration'],
  vision: ['worstRecall'],
};

interface Anchor {
  naive: number;
  simple: number;
  strong: number;
  /** Where the metric was measured on others than the rest. */
  splits?: number;
  gap: { mean: number; se: number; low: number; high: number };
}

function gradedOf({ definition, anchors }: LoadedAssignment) {
  const names = definition.criteria.filter(({ mode }) => mode === 'AUTO').flatMap(({ metrics }) => metrics);
  return [...new Set(names)].flatMap((name) => {
    const metric = definition.metrics.find((each) => each.name === name);
    // A metric on a scale that the assignment states needs no anchors.
    if (!metric || 'scale' in metric) return [];
    return [{ metric, anchor: anchors.metrics[name] as Anchor | undefined }];
  });
}

it('covers all five projects', () => {
  expect(projects).toEqual(['forecasting', 'mlops', 'ranking', 'tabular-risk', 'vision']);
});

describe.each(projects)('the shipped anchors of %s', (project) => {
  let assignment: LoadedAssignment;
  beforeAll(async () => {
    assignment = await loadAssignment(path.join(GRADERS, project));
  });

  it('hold every metric that has weight', () => {
    const missing = gradedOf(assignment).filter(({ anchor }) => !anchor);
    expect(missing.map(({ metric }) => metric.name)).toEqual([]);
  });

  it('say the paired gap of strong and simple, in the good direction, with its 95 % interval', () => {
    const { splits } = assignment.anchors as { splits?: number };
    if (splits === undefined || splits < 2) throw new Error('The anchors do not say on how many splits.');
    for (const { metric, anchor } of gradedOf(assignment)) {
      if (!anchor) continue;
      const { mean, se, low, high } = anchor.gap;
      const better = (metric.direction === 'HIGHER' ? 1 : -1) * (anchor.strong - anchor.simple);
      expect(Math.abs(mean - better)).toBeLessThanOrEqual(ROUNDING);
      const t = t975((anchor.splits ?? splits) - 1);
      const reach = t * se;
      const off = Math.max(Math.abs(mean - reach - low), Math.abs(mean + reach - high));
      // The standard error is written with five digits too, and is multiplied.
      expect(off).toBeLessThanOrEqual(ROUNDING * (1 + t) + 1e-3 * reach);
    }
  });

  it('exclude zero from that gap, or the metric carries no weight and the README says so', () => {
    const undecided = gradedOf(assignment).filter(({ anchor }) => anchor && anchor.gap.low <= 0);
    expect(undecided.map(({ metric }) => metric.name)).toEqual(WITHOUT_WEIGHT[project] ?? []);
    const readme = readFileSync(path.join(GRADERS, project, 'README.md'), 'utf8').toLowerCase();
    for (const { metric } of undecided) expect(readme).toContain(firstWordsOf(metric.label));
  });
});

/** "Miscalibration (CORP)" → "miscalibration" */
function firstWordsOf(label: string): string {
  return label.replace(/\(.*/, '').trim().toLowerCase();
}
