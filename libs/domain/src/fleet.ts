import { OUTCOMES } from './statuses.js';

/** GONE: no heartbeat for a minute. Paused and draining workers take nothing new. */
export const WORKER_STATES = ['UP', 'PAUSED', 'DRAINING', 'GONE'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

/** An operator's orders to a worker. A drained worker finishes its runs and exits. */
export const WORKER_ORDERS = ['PAUSE', 'RESUME', 'DRAIN'] as const;
export type WorkerOrder = (typeof WORKER_ORDERS)[number];

/** How a run, or one attempt at it, ended. INTERRUPTED: it is tried again. */
export const RUN_ENDINGS = [...OUTCOMES, 'INTERRUPTED'] as const;
export type RunEnding = (typeof RUN_ENDINGS)[number];

/** Why a run makes no progress. */
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
