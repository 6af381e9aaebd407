import { arrangePlots, subjectOf } from './plot-groups';

const plot = (key: string, source = 'SAMPLE', kind = 'line') => ({ key, title: key, kind, source });
const keysOf = (plots: ReturnType<typeof plot>[]) => {
  const { main, sample } = arrangePlots(plots);
  return { main: main.map(({ key, plots: own }) => [key, own.length]), sample: sample.map(({ key }) => key) };
};

it('folds away what the sample repeats of hidden rows', () => {
  expect(keysOf([plot('roc', 'HIDDEN_AGGREGATED'), plot('roc-sample'), plot('lineage')])).toEqual({
    main: [
      ['roc', 1],
      ['lineage', 1],
    ],
    sample: ['roc-sample'],
  });
});

it('keeps a heatmap of the sample, which has pictures', () => {
  expect(
    keysOf([
      plot('confusion', 'HIDDEN_AGGREGATED', 'heatmap'),
      plot('confusion-sample', 'SAMPLE', 'heatmap'),
    ]),
  ).toMatchObject({ sample: [] });
});

it('puts the fan charts of all series into one group', () => {
  expect(keysOf([plot('fan-1'), plot('fan-2'), plot('error-by-horizon', 'HIDDEN_AGGREGATED')]).main).toEqual([
    ['fan', 2],
    ['error-by-horizon', 1],
  ]);
  expect(subjectOf('Fan chart: Clark/Lake')).toBe('Clark/Lake');
});
