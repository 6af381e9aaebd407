import { cohensKappa } from './agreement.js';

const times = (count: number, pair: [string, string]) => Array.from({ length: count }, () => pair);

describe('agreement of two graders', () => {
  it('corrects for what chance would give', () => {
    // 20 both yes, 15 both no, 5 yes/no, 10 no/yes: observed 0.7, chance 0.5.
    const pairs = [
      ...times(20, ['yes', 'yes']),
      ...times(5, ['yes', 'no']),
      ...times(10, ['no', 'yes']),
      ...times(15, ['no', 'no']),
    ];
    const agreement = cohensKappa(pairs);
    expect(agreement?.observed).toBeCloseTo(0.7, 12);
    expect(agreement?.kappa).toBeCloseTo(0.4, 12);
  });

  it('is 1 when both always agree on more than one level', () => {
    expect(cohensKappa([...times(3, ['a', 'a']), ...times(2, ['b', 'b'])])?.kappa).toBe(1);
  });

  it('is negative when they agree less often than chance would', () => {
    expect(cohensKappa([...times(5, ['a', 'b']), ...times(5, ['b', 'a'])])?.kappa).toBe(-1);
  });

  it('says nothing where both only ever chose one level', () => {
    expect(cohensKappa(times(4, ['a', 'a']))).toEqual({ n: 4, observed: 1, kappa: null });
  });

  it('is unknown without items', () => {
    expect(cohensKappa([])).toBeNull();
  });
});
