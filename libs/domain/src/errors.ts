import { startOfNextDay } from './calendar-day.js';
import type { QuotaKind } from './quotas.js';
import type { Role } from './statuses.js';

/** Codes that a client can act on. Everything else is masked as INTERNAL. */
export const ERROR_CODES = [
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts besides the message that a client may show or act on. */
export interface ErrorDetails {
  /** The input field that is at fault. */
  field?: string;
  /** The limit that was reached, in the unit that the message names. */
  limit?: number;
  /** ISO 8601 time from which trying again can succeed. */
  retryAt?: string;
}

/** An error that is meant for its reader: the message states the fact, then what to do. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode;

  constructor(
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The thing does not exist, or the viewer may not know that it does. */
export class NotFoundError extends AppError {
  readonly code = 'NOT_FOUND';
  constructor(what: string, details?: ErrorDetails) {
    super(
      `${what} was not found. Check the name or address, and that you are in the right organization.`,
      details,
    );
  }
}

export class ForbiddenError extends AppError {
  readonly code = 'FORBIDDEN';
}

export class UnauthenticatedError extends AppError {
  readonly code = 'UNAUTHENTICATED';
  constructor(message = 'You are not signed in. Sign in, or send a valid API key.') {
    super(message);
  }
}

export class ConflictError extends AppError {
  readonly code = 'CONFLICT';
}

export class BadUserInputError extends AppError {
  readonly code = 'BAD_USER_INPUT';
}

export class RateLimitedError extends AppError {
  readonly code = 'RATE_LIMITED';
}

/** Members need no invitation: an administrator can give them at once whatever the invitation would. */
export class AlreadyMemberError extends AppError {
  readonly code = 'CONFLICT';
  constructor(email: string, has: readonly Role[], wanted: Role) {
    const what = has.includes(wanted)
      ? wanted === 'STUDENT'
        ? 'Put them into their cohort without an invitation.'
        : 'They need no invitation.'
      : `Give them the role ${roleInWords(wanted)} in the list of members, in addition to their roles or instead of one.`;
    super(`${email} is already a member (${has.map(roleInWords).join(', ')}). ${what}`, { field: 'email' });
  }
}

const roleInWords = (role: Role) => role.toLowerCase().replaceAll('_', ' ');

export class NotEnrolledError extends AppError {
  readonly code = 'FORBIDDEN';
  constructor(assignment: string) {
    super(
      `You are not enrolled in a cohort that works on "${assignment}". Ask your instructor to enroll you.`,
    );
  }
}

export class AssignmentClosedError extends AppError {
  readonly code = 'CONFLICT';
  constructor(assignment: string, reason: string) {
    super(`"${assignment}" does not accept submissions now. ${reason}`);
  }
}

export class AttemptsUsedUpError extends AppError {
  readonly code = 'CONFLICT';
  /** @param resetsAt when the next attempt becomes available; null if never */
  constructor(
    readonly limit: number,
    readonly resetsAt: Date | null,
  ) {
    super(
      resetsAt
        ? `All ${limit} attempts for today are used. The next one opens at ${resetsAt.toISOString()}.`
        : `All ${limit} certification attempts are used. Practice runs stay open.`,
      { limit, ...(resetsAt ? { retryAt: resetsAt.toISOString() } : {}) },
    );
  }
}

export class TooManyRunsError extends AppError {
  readonly code = 'RATE_LIMITED';
  constructor(limit: number) {
    super(`You have ${limit} runs waiting or running already. Wait for one to finish, or cancel one.`, {
      limit,
    });
  }
}

/** The worker no longer holds the run: its lease ended, and another worker may have taken it. It must stop and write nothing. */
export class ClaimLostError extends AppError {
  readonly code = 'CONFLICT';
  constructor(runId: string) {
    super(`Run ${runId} is no longer held by this worker.`);
  }
}

const QUOTA_UNITS = {
  RUNS: 'runs',
  CPU: 'CPU-seconds',
  GPU: 'GPU-seconds',
  STORAGE: 'bytes of storage',
  PARALLEL: 'runs at once',
} satisfies Record<QuotaKind, string>;

/** A quota of the student or of the whole organization does not allow another run. */
export class QuotaSpentError extends AppError {
  readonly code = 'CONFLICT';
  /** @param whose ISSUER: the organization that pays for a reproduction, whoever asks for it */
  constructor(what: QuotaKind, whose: 'STUDENT' | 'ORGANIZATION' | 'ISSUER', limit: number, now: Date) {
    const amount = `${limit} ${QUOTA_UNITS[what]}`;
    const owned = {
      STUDENT: `Your ${amount}`,
      ORGANIZATION: `The ${amount} of your organization`,
      ISSUER: `A reproduction is charged to the organization that issued the result, whose ${amount}`,
    }[whose];
    const retryAt = startOfNextDay(now, 'UTC').toISOString();
    const again = whose === 'ISSUER' ? 'Ask for it' : 'Hand in';
    super(
      what === 'STORAGE'
        ? `${owned} do not hold another submission. Ask an admin for more.`
        : `${owned} for today are used up. ${again} again after ${retryAt}, or ask an admin for more.`,
      what === 'STORAGE' ? { limit } : { limit, retryAt },
    );
  }
}
