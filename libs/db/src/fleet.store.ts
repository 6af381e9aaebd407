import type { RunEnding, RunKind, RunStatus, StuckReason, WorkerOrder, WorkerState } from '@holdout/domain';
import { DEPLOYMENT, recordAudit } from './audit.store.js';
import type { Tx } from './database.js';
import type { EngineNote } from './engine-note.js';
import { rowsOf } from './rows-of.js';
import { zipped, type Columns } from './zipped.js';

export interface FleetWorker {
  id: string;
  hostname: string;
  labels: string[];
  concurrency: number;
  running: number;
  state: WorkerState;
  startedAt: Date;
  seenAt: Date;
  engine: EngineNote | null;
}

export interface FleetQueueRow {
  organizationId: string;
  organizationName: string;
  /** Labels that these runs require, separated by spaces. */
  lane: string;
  resource: 'CPU' | 'GPU';
  waiting: number;
  /** Expected resource-seconds. */
  waitingSeconds: number;
  running: number;
  oldestAt: Date | null;
}

export interface FleetRun {
  id: string;
  organizationId: string;
  organizationName: string;
  kind: RunKind;
  status: RunStatus;
  lane: string;
  workerId: string | null;
  attempt: number;
  phase: string | null;
  queuedAt: Date;
  startedAt: Date | null;
  /** Whether it was asked to end and has not ended yet. */
  isEnding: boolean;
  stuck: StuckReason | null;
}

/** As the database answers it in JSON, which has no times: in milliseconds. */
type SentRun = Omit<FleetRun, 'queuedAt' | 'startedAt'> & { queuedAt: number; startedAt: number | null };

export interface FleetFailure {
  what: RunEnding;
  reason: string;
  runs: number;
  newestAt: Date;
}

// For operators, these database functions cover every organization; for everybody else, only the one they act in.

export function fleetWorkers(tx: Tx): Promise<FleetWorker[]> {
  return rowsOf<FleetWorker>(tx)`
    SELECT id, hostname, labels, concurrency, running, state, started_at AS "startedAt", seen_at AS "seenAt", engine
    FROM fleet_workers()`;
}

export function fleetQueue(tx: Tx): Promise<FleetQueueRow[]> {
  return rowsOf<FleetQueueRow>(tx)`
    SELECT organization_id AS "organizationId", organization_name AS "organizationName", lane, resource, waiting,
      waiting_seconds AS "waitingSeconds", running, oldest_at AS "oldestAt"
    FROM fleet_queue()`;
}

/** Runs that have not ended, oldest first, 200 at most. */
export async function fleetRuns(tx: Tx): Promise<FleetRun[]> {
  const [sent] = await rowsOf<Columns<SentRun> | Record<keyof SentRun, null>>(tx)`
    SELECT id, organization_id AS "organizationId", organization_name AS "organizationName", kind, status, lane,
      worker_id AS "workerId", attempt, phase, queued_at AS "queuedAt", started_at AS "startedAt", is_ending AS "isEnding", stuck
    FROM watched_runs()`;
  if (!sent?.id) return [];
  const { queuedAt, startedAt, ...rest } = sent;
  return zipped<FleetRun>({
    ...rest,
    queuedAt: queuedAt.map((at) => new Date(at)),
    startedAt: startedAt.map((at) => (at === null ? null : new Date(at))),
  });
}

/** How the runs of the last day ended and what interrupted them, most frequent first. */
export function fleetFailures(tx: Tx): Promise<FleetFailure[]> {
  return rowsOf<FleetFailure>(tx)`SELECT what, reason, runs, newest_at AS "newestAt" FROM fleet_failures()`;
}

/**
 * Ends a run of any organization that the viewer watches. Returns its organization; null when there is no such run.
 */
export async function cancelWatchedRun(tx: Tx, runId: string): Promise<string | null> {
  const rows = await rowsOf<{ id: string | null }>(tx)`SELECT cancel_watched_run(${runId}::uuid) AS id`;
  return rows[0]?.id ?? null;
}

/**
 * Takes a run from its worker and puts it back into the queue. Returns its organization; null when there is no such
 * run.
 */
export async function requeueWatchedRun(tx: Tx, runId: string): Promise<string | null> {
  const rows = await rowsOf<{ id: string | null }>(tx)`SELECT requeue_watched_run(${runId}::uuid) AS id`;
  return rows[0]?.id ?? null;
}

/**
 * Gives a worker an operator's order and records it. Workers belong to no organization, so this is recorded in the
 * deployment's log.
 * @param tx a transaction that acts for the deployment
 * @param by null if the order was given on the machine itself
 * @returns false when there is no such worker
 */
export async function orderWorker(
  tx: Tx,
  { id, order, by }: { id: string; order: WorkerOrder; by: string | null },
): Promise<boolean> {
  const now = new Date();
  const { data, action } = {
    PAUSE: { data: { pausedAt: now }, action: 'worker.paused' },
    RESUME: { data: { pausedAt: null, drainRequestedAt: null }, action: 'worker.resumed' },
    DRAIN: { data: { drainRequestedAt: now }, action: 'worker.drained' },
  }[order];
  const { count } = await tx.worker.updateMany({ where: { id }, data });
  if (count === 0) return false;
  await recordAudit(tx, {
    organizationId: DEPLOYMENT,
    actorId: by,
    action,
    subjectType: 'worker',
    subjectId: id,
    ...(by === null && { detail: { by: 'holdout-worker' } }),
  });
  return true;
}
