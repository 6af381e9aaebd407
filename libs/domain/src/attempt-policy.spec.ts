import { assertAttemptLeft, attemptsLeft } from './attempt-policy.js';
import { AttemptsUsedUpError, TooManyRunsError } from './errors.js';

const rules = { practicePerDay: 3, certification: 2 };
const now = new Date('2026-03-10T12:00:00Z');
const none = { practiceToday: 0, certifications: 0, inFlight: 0 };

describe('attempts', () => {
  it('names the next midnight of the cohort when today is used up', () => {
    const left = attemptsLeft(rules, { ...none, practiceToday: 3 }, now, 'Europe/Berlin');
    expect(left.practiceLeftToday).toBe(0);
    expect(left.nextPracticeAt?.toISOString()).toBe('2026-03-10T23:00:00.000Z');
  });

  it('lets practice go on when certifications are used up', () => {
    const counts = { ...none, certifications: 2 };
    expect(() => assertAttemptLeft('PRACTICE', rules, counts, now, 'UTC')).not.toThrow();
    expect(() => assertAttemptLeft('CERTIFICATION', rules, counts, now, 'UTC')).toThrow(AttemptsUsedUpError);
  });

  it('holds back a student with five runs in flight, whatever is left', () => {
    expect(() => assertAttemptLeft('PRACTICE', rules, { ...none, inFlight: 5 }, now, 'UTC')).toThrow(
      TooManyRunsError,
    );
  });

  it('never shows less than nothing left', () => {
    expect(attemptsLeft(rules, { ...none, practiceToday: 9, certifications: 9 }, now, 'UTC')).toMatchObject({
      practiceLeftToday: 0,
      certificationsLeft: 0,
    });
  });
});
