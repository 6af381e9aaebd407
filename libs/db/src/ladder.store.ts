import { releaseScore, type ResampledPoints } from '@holdout/leaderboard';
import type { Tx } from './database.js';
import type { WorkHolder } from './work-holders.js';

/** What the Ladder decided about a practice score. Stored with the score. */
export interface LadderRelease {
  isReleased: boolean;
  shownPoints: number;
  shownRunId: string;
  message: string;
}

interface Candidate extends WorkHolder {
  runId: string;
  assignmentVersionId: string;
  candidate: ResampledPoints;
}

interface Shown {
  runId: string;
  value: number;
  resamples: number[];
}

/** The score that the Ladder currently shows for a student or team on a version's public split; null before the first. */
export async function shownScore(
  tx: Tx,
  { studentId, teamId }: WorkHolder,
  assignmentVersionId: string,
): Promise<Shown | null> {
  const score = await tx.score.findFirst({
    where: {
      run: { ...(teamId ? { teamId } : { studentId, teamId }), assignmentVersionId, kind: 'PRACTICE' },
      split: 'PUBLIC_TEST',
      ladder: { path: ['isReleased'], equals: true },
    },
    orderBy: { value: 'desc' },
  });
  return score && { runId: score.runId, value: score.value, resamples: score.resampledPoints };
}

/** Decides whether a new practice score is shown. If two finish at once, they are decided one after the other. */
export async function releaseOnLadder(
  tx: Tx,
  { runId, studentId, teamId, assignmentVersionId, candidate }: Candidate,
): Promise<LadderRelease> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ladder:${teamId ?? studentId}:${assignmentVersionId}`}, 0))`;
  const shown = await shownScore(tx, { studentId, teamId }, assignmentVersionId);
  // A different number of resamples means a different scorer: nothing is paired, so the old score is not compared.
  const comparable = shown && shown.resamples.length === candidate.resamples.length ? shown : null;
  if (shown && !comparable) {
    return {
      isReleased: false,
      shownPoints: shown.value,
      shownRunId: shown.runId,
      message: 'This score cannot be compared with the one shown, so the earlier score stands.',
    };
  }
  const release = releaseScore(comparable, candidate);
  if (release.isReleased || !shown) {
    const message = shown
      ? 'A new best: it beats the last shown score by more than the noise of their difference.'
      : 'Your first score on the public split.';
    return { isReleased: true, shownPoints: candidate.value, shownRunId: runId, message };
  }
  return {
    isReleased: false,
    shownPoints: shown.value,
    shownRunId: shown.runId,
    message:
      'Not distinguishably better than your last shown score, so that one stands. This keeps anyone from climbing the public split by chance.',
  };
}
