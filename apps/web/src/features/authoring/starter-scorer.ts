import type { DraftTemplate, OwnMetric } from '@holdout/domain';

interface StarterScorer {
  source: string;
  metric: OwnMetric;
}

const head = (first: string) => `import numpy as np

from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    # One entry per judged row: rows.labels, rows.predictions, rows.groups.
    ${first}
`;

const metric = (name: string, label: string): OwnMetric => ({
  name,
  label,
  direction: 'HIGHER',
  bound: 1,
  unit: '',
});

const OF_CLASSES: StarterScorer = {
  source: `${head('two = np.argsort(-rows.predictions, axis=1)[:, :2]')}    hit = (two == rows.labels[:, None]).any(axis=1)
    return [Metric("topTwo", "HIGHER", rows=hit)]
`,
  metric: metric('topTwo', 'Among the two likeliest'),
};

/** A scorer that runs as it is, to be written on. */
export function starterScorer(template: DraftTemplate): StarterScorer {
  if (template === 'regression')
    return {
      source: `${head('off = np.abs(rows.labels - rows.predictions)')}    close = off <= 0.1 * np.abs(rows.labels)
    return [Metric("withinTenth", "HIGHER", rows=close)]
`,
      metric: metric('withinTenth', 'Within a tenth'),
    };
  if (template === 'binary-classification')
    return {
      source: `${head('likely = np.argsort(-rows.predictions, kind="stable")')}    tenth = likely[: max(1, len(rows) // 10)]
    return [Metric("topTenth", "HIGHER", value=rows.labels[tenth].mean())]
`,
      metric: metric('topTenth', 'Right among the likeliest tenth'),
    };
  return OF_CLASSES;
}
