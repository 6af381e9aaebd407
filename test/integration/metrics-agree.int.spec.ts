import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { auc, brier, mase, ndcg } from '../support/metrics.js';
import { testImages } from '../support/images.js';

const SCORER = path.resolve(import.meta.dirname, '../../graders/scorer');
const CASES = 300;
const DIGITS = 1e-9;

const label = fc.constantFrom(0, 1);
/** Few distinct values and the ends of the range: ties are the rule. */
const probability = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
);
const forecast = fc
  .array(fc.record({ y: label, p: probability }), { minLength: 1, maxLength: 60 })
  .map((rows) => ({
    y: rows.map(({ y }) => y),
    p: rows.map(({ p }) => p),
  }));
const ofBothClasses = forecast.filter(({ y }) => y.includes(0) && y.includes(1));

/** Ties, and numbers with a few decimals: a scale of 5e-324 would be a case of another kind. */
const value = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((thousandths) => thousandths / 1000),
);
const observed = fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
const table = (rows: number, columns: number, of: fc.Arbitrary<number | null>) =>
  fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const backtest = fc
  .record({
    days: fc.integer({ min: 1, max: 20 }),
    steps: fc.integer({ min: 1, max: 6 }),
    series: fc.integer({ min: 1, max: 4 }),
    season: fc.integer({ min: 1, max: 8 }),
  })
  .chain(({ days, steps, series, season }) =>
    fc.record({
      // A series that never changes has no scale.
      history: fc.oneof(table(days, series, observed), table(days, series, fc.constant(3))),
      y: table(steps, series, observed),
      median: table(steps, series, value),
      season: fc.constant(season),
    }),
  );

const list = fc
  .record({
    hits: fc.array(fc.boolean(), { minLength: 1, maxLength: 15 }),
    missed: fc.integer({ min: 0, max: 20 }),
    k: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ hits, missed, k }) => ({
    hits,
    relevant: Math.max(1, hits.filter(Boolean).length + missed),
    k,
  }));

const cases = {
  auc: fc.sample(ofBothClasses, CASES),
  brier: fc.sample(forecast, CASES),
  mase: fc.sample(backtest, CASES),
  ndcg: fc.sample(list, CASES),
};
const ours: Record<keyof typeof cases, (number | null)[]> = {
  auc: cases.auc.map(({ y, p }) => auc(y, p)),
  brier: cases.brier.map(({ y, p }) => brier(y, p)),
  mase: cases.mase.map(({ history, y, median, season }) => mase(history, y, median, season)),
  ndcg: cases.ndcg.map(({ hits, relevant, k }) => ndcg(hits, relevant, k)),
};
let theirs: typeof ours;

beforeAll(() => {
  const scored = execFileSync(
    'docker',
    [
      'run',
      '--rm',
      '--interactive',
      '--network=none',
      '--entrypoint=python3',
      `--volume=${SCORER}:/scorer:ro`,
      '--env=PYTHONPATH=/scorer',
      testImages().scorer,
      '/scorer/tests/score_cases.py',
    ],
    { input: JSON.stringify(cases), encoding: 'utf8' },
  );
  theirs = JSON.parse(scored) as typeof ours;
});

it.each(['auc', 'brier', 'mase', 'ndcg'] as const)(
  'the scorer and an independent %s agree on random cases',
  (metric) => {
    expect(theirs[metric]).toHaveLength(CASES);
    const apart = ours[metric].flatMap((mine, index) => {
      const other = theirs[metric][index] ?? null;
      if (mine === null || other === null) return mine === other ? [] : [{ index, mine, other }];
      return Math.abs(mine - other) <= DIGITS * Math.max(1, Math.abs(mine)) ? [] : [{ index, mine, other }];
    });
    expect(apart.map(({ index, ...values }) => ({ ...values, case: cases[metric][index] }))).toEqual([]);
    // Constants would agree too.
    expect(new Set(ours[metric].map(String)).size).toBeGreaterThan(CASES / 5);
  },
);
