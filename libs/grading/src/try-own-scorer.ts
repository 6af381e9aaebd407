import type { MetricResult } from '@holdout/domain';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import { GraderFaultError } from './faults.js';
import { gradeSubmission } from './grade-submission.js';
import type { GradingDeps } from './grading.types.js';
import type { LoadedAssignment } from './load-assignment.js';
import { OwnScorerError } from './own-scorer.js';
import { naiveOf } from './reference-kits.js';
import { DEFINITION } from './read-definition.js';
import { splitDataset } from './split-dataset.js';

/** A split of its own, whose secret keeps nothing secret: students are graded on another. */
const TRIAL_SECRET = '00'.repeat(32);
const TRIAL_SALT = '7a'.repeat(32);

export interface OwnScorerTrial {
  /** Of the naive reference on rows as those of certification; null where something is wrong. */
  metrics: readonly MetricResult[] | null;
  problems: readonly AssignmentProblem[];
}

/**
 * Grades the naive reference with the author's own scorer, as a student's work is graded in practice and to certify, and
 * asks it twice each time.
 * @throws GraderFaultError @throws SandboxUnavailableError
 */
export async function tryOwnScorer(
  deps: GradingDeps,
  loaded: LoadedAssignment,
  labels: { runId: string; organizationId: string },
  signal?: AbortSignal,
): Promise<OwnScorerTrial> {
  const { definition, anchors } = loaded;
  const archive = await naiveOf(loaded);
  if (!archive) {
    const message = 'The scorer can only be tried on a reference.';
    return failed(problemOf('reference/naive', message, { suggestion: 'Add reference/naive.' }));
  }
  try {
    const split = await splitDataset(deps, loaded, {
      secretHex: TRIAL_SECRET,
      splitIndex: 1,
      ...labels,
      ...(signal ? { signal } : {}),
    });
    let metrics: readonly MetricResult[] = [];
    // Practice has fewer rows: what holds on many may not hold on them.
    for (const part of ['PUBLIC_TEST', 'PRIVATE_TEST'] as const) {
      const graded = await gradeSubmission(deps, {
        ...labels,
        archive,
        definition,
        anchors,
        kind: 'PRACTICE',
        split: part,
        isTrial: true,
        bundles: { public: split.publicBundle, hidden: split.hiddenBundle },
        salt: TRIAL_SALT,
        seed: 0,
        resampleSeed: 0,
        ...(signal ? { signal } : {}),
      });
      if (graded.outcome !== 'SCORED') {
        const why = graded.outcome === 'STUDENT_ERROR' ? graded.message : 'It was stopped.';
        return failed(problemOf('reference/naive', `The naive reference does not run: ${why}`));
      }
      ({ metrics } = graded.result);
    }
    return { metrics, problems: [] };
  } catch (error) {
    if (error instanceof OwnScorerError) return failed(error.problem);
    if (error instanceof GraderFaultError)
      return failed(problemOf(DEFINITION, error.message, { path: 'scorer' }));
    throw error;
  }
}

const failed = (problem: AssignmentProblem): OwnScorerTrial => ({ metrics: null, problems: [problem] });
