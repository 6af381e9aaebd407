import { carriedPoints, reweighed, reweighedPart } from './rubric-revision.js';

const result = (key: string, points: number, weight: number, countedWeight = weight) => ({
  key,
  points,
  low: points - 4,
  high: points + 4,
  weight,
  countedWeight,
  note: null,
});
const results = [result('auc', 90, 30), result('cost', 60, 10)];
const part = { value: 82.5, low: 80, high: 85, weight: 40, cap: null, hasFailedGate: false };

it('changes nothing while weights stay', () => {
  const same = reweighed(results, new Map([['auc', 30]]));
  expect(same).toEqual(results);
  expect(reweighedPart(part, results, same).part).toBe(part);
});

it('takes the mean under the new weights, and moves interval and resamples with it', () => {
  const after = reweighed(results, new Map([['auc', 10], ['cost', 10]])); // prettier-ignore
  const { part: revised, moved } = reweighedPart(part, results, after);
  expect(revised).toEqual({ ...part, value: 75, low: 72.5, high: 77.5, weight: 20 });
  expect(moved(81.5)).toBe(74);
});

it('keeps the share of its weight that a criterion could carry', () => {
  expect(reweighed([result('auc', 90, 30, 15)], new Map([['auc', 60]]))).toMatchObject([
    { weight: 60, countedWeight: 30 },
  ]);
});

it('counts a criterion that had no weight before', () => {
  const before = [result('auc', 90, 30), result('shown', 50, 0)];
  const after = reweighed(before, new Map([['shown', 30]]));
  expect(reweighedPart({ ...part, value: 90 }, before, after).part.value).toBe(70);
});

it('carries a person’s choice over by the name of its level', () => {
  const level = (points: number, label: string) => ({ points, label });
  const from = [level(0, 'Absent'), level(60, 'Present'), level(100, 'Argued')];
  const to = [level(0, 'Absent'), level(50, 'Present')];
  expect([60, 100, 55].map((points) => carriedPoints(points, from, to))).toEqual([50, null, null]);
});
