import { OUTCOMES } from './statuses.js';

/** GONE: not heard of for a minute. A paused or draining worker takes nothing new. */
export const WORKER_STATES = ['UP', 'PAUSED', 'DRAINING', 'GONE'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

/** What an operator may want of a worker. A drained one finishes what it has and ends. */
export const WORKER_ORDERS = ['PAUSE', 'RESUME', 'DRAIN'] as const;
export type WorkerOrder = (typeof WORKER_ORDERS)[number];

/** How a run, or one try of it, ended. INTERRUPTED: it is tried again. */
export const RUN_ENDINGS = [...OUTCOMES, 'INTERRUPTED'] as const;
export type RunEnding = (typeof RUN_ENDINGS)[number];

/** Why a run does not get on. */
export const STUCK_REASONS = [
  'WORKER_LOST',
  'CANCEL_UNHEARD',
  'PHASE_LASTS',
  'WAITS_AFTER_FAILURE',
  'NO_WORKER',
  'WORKERS_PAUSED',
  'QUOTA_OF_ORGANIZATION',
  'QUOTA_OF_STUDENT',
  'LONG_WAIT',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];
