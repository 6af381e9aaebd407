import type { RunLineFragment } from '@/generated/graphql';
import type { Meaning } from '@/ui/mark';

export type RunLine = RunLineFragment;
export type StatusKey =
  | 'QUEUED'
  | 'RUNNING'
  | 'CANCELLING'
  | 'ABOVE_MARK'
  | 'PASSED'
  | 'PROVISIONAL'
  | 'NOT_PASSED'
  | 'COMPARED'
  | 'STUDENT_ERROR'
  | 'INFRASTRUCTURE_ERROR'
  | 'CANCELLED';

type Judged = Pick<RunLine, 'kind' | 'status' | 'outcome' | 'isCancelRequested' | 'score'>;

/** One word for where a run stands, joined from status, outcome and score. */
export function statusOf(run: Judged): StatusKey {
  if (run.status !== 'FINISHED') return run.isCancelRequested ? 'CANCELLING' : run.status;
  if (run.outcome === 'SCORED') {
    // A reproduction earns no points.
    if (!run.score) return 'COMPARED';
    if (!run.score.isPassed) return 'NOT_PASSED';
    // Practice passes nothing, and no person judges it.
    if (run.kind === 'PRACTICE') return 'ABOVE_MARK';
    return run.score.isProvisional ? 'PROVISIONAL' : 'PASSED';
  }
  return run.outcome ?? 'INFRASTRUCTURE_ERROR';
}

export const MEANING_OF = {
  QUEUED: 'waiting',
  RUNNING: 'running',
  CANCELLING: 'running',
  ABOVE_MARK: 'passed',
  PASSED: 'passed',
  PROVISIONAL: 'passed',
  NOT_PASSED: 'neutral',
  COMPARED: 'neutral',
  STUDENT_ERROR: 'failed',
  INFRASTRUCTURE_ERROR: 'attention',
  CANCELLED: 'neutral',
} satisfies Record<StatusKey, Meaning>;
