import { daysLate, lateFactor, latenessOf, windowOf, type Opening } from './lateness.js';

const due = new Date('2026-05-01T12:00:00Z');
const day = (n: number) => new Date(due.getTime() + n * 24 * 60 * 60 * 1000);
const opening: Opening = {
  opensAt: day(-7),
  dueAt: due,
  closesAt: null,
  extendedDueAt: null,
  latePolicy: null,
};

describe('the window of an assignment', () => {
  it('is shut before it opens and says when it will', () => {
    expect(windowOf(opening, day(-8))).toMatchObject({
      isOpen: false,
      closedReason: expect.stringContaining('opens at'),
    });
  });

  it('stays open after the due date when nothing closes it', () => {
    expect(windowOf(opening, day(30)).isOpen).toBe(true);
  });

  it('closes with the last day that is taken late', () => {
    const late = { ...opening, latePolicy: { perDayPenalty: 0.1, maxDays: 2 } };
    expect(windowOf(late, day(2)).isOpen).toBe(true);
    expect(windowOf(late, day(2.01)).isOpen).toBe(false);
  });

  it('is moved by an extension, close included', () => {
    const extended = { ...opening, closesAt: day(1), extendedDueAt: day(5) };
    expect(windowOf(extended, day(4))).toMatchObject({ isOpen: true, dueAt: day(5), closesAt: day(5) });
  });
});

describe('late work', () => {
  it('counts every started day', () => {
    expect(daysLate(due, due)).toBe(0);
    expect(daysLate(day(0.1), due)).toBe(1);
    expect(daysLate(day(1.5), due)).toBe(2);
  });

  it('loses its share a day and everything after the last', () => {
    const policy = { perDayPenalty: 0.1, maxDays: 3 };
    expect(lateFactor(0, policy)).toBe(1);
    expect(lateFactor(2, policy)).toBeCloseTo(0.8);
    expect(lateFactor(4, policy)).toBe(0);
  });
});

describe('pooled late days', () => {
  const policy = { perDayPenalty: 0.1, maxDays: 5 };

  it('pay before points do', () => {
    expect(latenessOf(3, policy, 2)).toEqual({ daysLate: 3, lateDaysSpent: 2, factor: 0.9 });
    expect(latenessOf(2, policy, 5)).toEqual({ daysLate: 2, lateDaysSpent: 2, factor: 1 });
  });

  it('are not spent where lateness costs nothing', () => {
    expect(latenessOf(3, null, 2)).toEqual({ daysLate: 3, lateDaysSpent: 0, factor: 1 });
  });
});
