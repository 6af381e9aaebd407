import { studentPolicy } from '@holdout/db';
import type { GradingLab, RunRow } from '../../support/grading-lab.js';
import type { Feed } from './feed.js';

/** How often our machines may fail a run before it is given up. */
const GIVEN_UP_AFTER = 5;

/** What is wrong with a run that ended; empty when nothing is. */
export async function faultsOf(lab: GradingLab, run: RunRow, feed: Feed): Promise<string[]> {
  const [counts] = await lab.query<{ scores: number; receipts: number; finished: number; metrics: number }>(
    `SELECT (SELECT count(*)::int FROM scores WHERE run_id = $1::uuid) AS scores,
      (SELECT count(*)::int FROM receipts WHERE run_id = $1::uuid) AS receipts,
      (SELECT count(*)::int FROM metric_values WHERE run_id = $1::uuid AND name = 'auc') AS metrics,
      (SELECT count(*)::int FROM audit_events WHERE subject_id = $1::text AND action = 'run.finished') AS finished`,
    [run.id],
  );
  const once = run.outcome === 'SCORED' ? 1 : 0;
  const checks: [string, boolean][] = [
    ['has ended', run.status === 'FINISHED'],
    ['has the right outcome', isRightOutcome(run, feed)],
    [
      'is scored exactly once',
      counts?.scores === once && counts.receipts === once && counts.metrics === once,
    ],
    ['is written down as finished at most once', (counts?.finished ?? 2) <= 1],
    ['has no lease left', run.leaseExpiresAt === null],
    ['tells of every attempt how it ended', isTimelineWhole(run)],
    ['left no phase running', run.phases.every(({ status }) => status !== 'RUNNING')],
  ];
  return checks.filter(([, holds]) => !holds).map(([text]) => `not so: ${text} (${summaryOf(run)})`);
}

function isRightOutcome(run: RunRow, feed: Feed): boolean {
  if (run.outcome === 'INFRASTRUCTURE_ERROR') return failuresOf(run) >= GIVEN_UP_AFTER;
  if (run.outcome === 'CANCELLED') return feed.cancelled.has(run.id);
  const isExpected = run.outcome === feed.expectedOf(run.submission.archiveDigest);
  return isExpected && (run.outcome !== 'STUDENT_ERROR' || run.reason === 'CRASHED');
}

function failuresOf({ interruptions }: RunRow): number {
  return interruptions.filter(({ cause }) => cause !== 'WORKER_STOPPED').length;
}

/** Each attempt but the one that ended the run was interrupted, and says by what. */
function isTimelineWhole({ attempt, interruptions, outcome }: RunRow): boolean {
  const told = interruptions.map((each) => each.attempt);
  const before = Array.from({ length: Math.max(0, attempt - 1) }, (_, place) => place + 1);
  const all = attempt > 0 ? [...before, attempt] : before;
  const isLastTold = told.length === all.length;
  const mayBeTold = outcome === 'INFRASTRUCTURE_ERROR' || outcome === 'CANCELLED';
  return String(told) === String(isLastTold && mayBeTold ? all : before);
}

function summaryOf({ id, status, outcome, reason, attempt, interruptions, phases, message }: RunRow): string {
  return JSON.stringify({
    id,
    status,
    outcome,
    reason,
    attempt,
    message,
    interruptions: interruptions.map(
      ({ attempt: which, cause, workerId }) => `${which} ${cause} ${workerId}`,
    ),
    phases: phases.map((phase) => `${phase.attempt} ${phase.name} ${phase.label} ${phase.status}`),
  });
}

/** Certifications that a student is charged for, as the platform counts them when the next one is handed in. */
export function certificationsCharged(lab: GradingLab, run: RunRow): Promise<number> {
  const { studentId, assignmentVersionId, submission } = run;
  return lab.inTenant(async (tx) => {
    const version = await tx.assignmentVersion.findUniqueOrThrow({ where: { id: assignmentVersionId } });
    const now = new Date();
    const policy = await studentPolicy(tx, { assignment: submission.assignment, version, studentId, now });
    return policy.counts.certifications;
  });
}

/** Of these runs of one student, those that the student's own work ended. */
export function certificationsDue(runs: readonly RunRow[]): number {
  const own = ({ kind, outcome }: RunRow): boolean =>
    kind === 'CERTIFICATION' && (outcome === 'SCORED' || outcome === 'STUDENT_ERROR');
  return runs.filter(own).length;
}
