import { gradingResult } from './grading-result.js';

const rejected = {
  schema: 'holdout.result/1',
  status: 'REJECTED',
  split: 'PUBLIC_TEST',
  passMark: 70,
  rejection: {
    code: 'NOT_FINITE',
    message: 'predictions.csv, row 3: probability is not finite.',
    file: 'predictions.csv',
    row: 3,
    rule: 'probability is a finite number',
  },
};

describe('the result of a scorer', () => {
  it('is taken when it is a rejection that says what and where', () => {
    expect(gradingResult.parse(rejected)).toMatchObject({ status: 'REJECTED', rejection: { row: 3 } });
  });

  it.each([
    ['another schema', { ...rejected, schema: 'holdout.result/2' }],
    ['a rejection without a reason', { ...rejected, rejection: null }],
    ['a score without points', { ...rejected, status: 'SCORED', rejection: null }],
    [
      'a code that is free text',
      { ...rejected, rejection: { ...rejected.rejection, code: 'row 3: see my label' } },
    ],
    ['text', 'SCORED'],
  ])('is refused with %s', (_name, result) => {
    expect(gradingResult.safeParse(result).success).toBe(false);
  });
});
