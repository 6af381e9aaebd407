import type { RunLineFragment } from '@/generated/graphql';
import type { Meaning } from '@/ui/mark';

export type RunLine = RunLineFragment;
export type StatusKey =
  | 'QUEUED'
  | 'RUNNING'
  | 'CANCELLING'
  | 'PASSED'
  | 'PROVISIONAL'
  | 'NOT_PASSED'
  | 'COMPARED'
  | 'STUDENT_ERROR'
  | 'INFRASTRUCTURE_ERROR'
  | 'CANCELLED';

type Judged = Pick<RunLine, 'status' | 'outcome' | 'isCancelRequested' | 'score'>;

/** One word for where a run stands, joined from status, outcome and score. */
export function statusOf(run: Judged): StatusKey {
  if (run.status !== 'FINISHED') return run.isCancelRequested ? 'CANCELLING' : run.status;
  if (run.outcome === 'SCORED') {
    // A reproduction earns no points.
    if (!run.score) return 'COMPARED';
    if (!run.score.isPassed) return 'NOT_PASSED';
    return run.score.isProvisional ? 'PROVISIONAL' : 'PASSED';
  }
  return run.outcome ?? 'INFRASTRUCTURE_ERROR';
}

export const MEANING_OF = {
  QUEUED: 'waiting',
  RUNNING: 'running',
  CANCELLING: 'running',
  PASSED: 'passed',
  PROVISIONAL: 'passed',
  NOT_PASSED: 'neutral',
  COMPARED: 'neutral',
  STUDENT_ERROR: 'failed',
  INFRASTRUCTURE_ERROR: 'attention',
  CANCELLED: 'neutral',
} satisfies Record<StatusKey, Meaning>;
