/**
 * Why a student may need somebody. OVERDUE: due, and never scored to count. NO_ATTEMPTS_LEFT: every certification is used
 * and none passed. FAILING: the last three attempts at an assignment ended in an error. NEVER_STARTED: enrolled for a week
 * without an attempt. INACTIVE: no attempt for two weeks while something is still to be passed.
 */
export const RISK_REASONS = ['OVERDUE', 'NO_ATTEMPTS_LEFT', 'FAILING', 'NEVER_STARTED', 'INACTIVE'] as const;
export type RiskReason = (typeof RISK_REASONS)[number];

/** What the reasons above count with. */
export const RISK_RULES = { failuresInARow: 3, daysToStart: 7, daysWithoutAttempt: 14 } as const;
