import { compareResults, type ComparableResult } from './compare-results.js';

const noise = [-3, -1, 0, 1, 3];
const result = (
  candidateId: string,
  value: number,
  more: Partial<ComparableResult> = {},
): ComparableResult => ({
  candidateId,
  value,
  low: value - 3,
  high: value + 3,
  assignmentVersionId: 'v1',
  resamples: noise.map((shared) => value + shared),
  ...more,
});
const verdicts = (...results: ComparableResult[]) =>
  compareResults(results).map(
    ({ candidateId, verdict, isPaired }) => `${candidateId} ${verdict} ${isPaired}`,
  );

it('sees a small difference where both were scored on the same rows', () => {
  expect(verdicts(result('b', 80), result('a', 81))).toEqual(['a BEST true', 'b LOWER true']);
});

it('shows no difference where the paired interval holds zero', () => {
  const noisy = { resamples: [...noise].reverse().map((own) => 80 + own) };
  expect(verdicts(result('a', 81), result('b', 80, noisy))).toEqual(['a BEST true', 'b NO_DIFFERENCE true']);
});

it('goes by the intervals where the rows were others', () => {
  const elsewhere = { assignmentVersionId: 'v2' };
  expect(verdicts(result('a', 81), result('b', 80, elsewhere), result('c', 70, elsewhere))).toEqual([
    'a BEST true',
    'b NO_DIFFERENCE false',
    'c LOWER false',
  ]);
});

it('compares nothing with nobody', () => {
  expect(compareResults([])).toEqual([]);
});
