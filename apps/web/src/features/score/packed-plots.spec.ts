import { packPlots, unpackPlots } from './packed-plots';
import type { Plot } from './score.types';

const nothing = { x: null, label: null, low: null, high: null, n: null, image: null };
const plot: Plot = {
  key: 'roc',
  title: 'ROC curve',
  kind: 'line',
  source: 'HIDDEN_AGGREGATED',
  xLabel: 'False positive rate',
  yLabel: 'True positive rate',
  xDomain: [0, 1],
  yDomain: null,
  note: 'Hidden rows: "at least" 20 to a point.',
  drawing: null,
  series: [
    {
      name: 'Your model',
      role: 'student',
      points: [{ ...nothing, x: 0, y: 0.25, low: 0.2, high: 0.3, n: 40 }],
    },
    {
      name: 'Groups',
      role: 'other',
      points: [
        { ...nothing, label: 'young', y: 0.5 },
        { ...nothing, y: 1, image: 'data:,' },
      ],
    },
  ],
};

it('unpacks to the same plots', () => {
  expect(unpackPlots(packPlots([plot]))).toEqual([plot]);
});

it('writes points as bare rows, without field names', () => {
  expect(packPlots([plot])).toContain('[0,null,0.25,0.2,0.3,40]');
});
