import { isAttemptCharged } from './reasons.js';
import { RUN_KINDS, RUN_STATUSES, canRunBecome, splitOf } from './statuses.js';

describe('a run', () => {
  it('never leaves FINISHED', () => {
    expect(RUN_STATUSES.filter((status) => canRunBecome('FINISHED', status))).toEqual([]);
  });

  it('is scored on private rows only where it was designated so', () => {
    expect(RUN_KINDS.filter((kind) => splitOf(kind) === 'PUBLIC_TEST')).toEqual(['PRACTICE', 'DRY_RUN']);
  });

  it('costs an attempt once code of the student ran, and never for our faults', () => {
    const ended = (outcome: string | null, reason: string | null = null) =>
      isAttemptCharged({ outcome, reason });
    expect([ended(null), ended('SCORED'), ended('STUDENT_ERROR', 'TIMED_OUT')]).toEqual([true, true, true]);
    expect([
      ended('CANCELLED'),
      ended('INFRASTRUCTURE_ERROR'),
      ended('STUDENT_ERROR', 'ARCHIVE_REJECTED'),
    ]).toEqual([false, false, false]);
  });
});
