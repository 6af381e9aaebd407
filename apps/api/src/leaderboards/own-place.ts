import { latestRelease, openingOf, rankOf, type AssignmentRow, type Board, type Rank } from '@holdout/db';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { toLadder } from '../runs/score-view.js';
import type { LeaderboardChangeType } from './leaderboards.types.js';

// What a board says to its viewer alone. All of it is kept, and of the rank also until a board changes.

export async function ownRank(operation: Operation, board: Board): Promise<Rank | null> {
  const { userId } = await operation.member();
  const read = async () => rankOf(await operation.tx(), board, userId);
  const state = await operation.boardState();
  return state === null ? read() : workOf(operation, `rank ${state} ${JSON.stringify(board)}`, read);
}

/** What the viewer's latest practice score did; null before the first. */
export function ownChange(
  operation: Operation,
  assignmentVersionId: string,
): Promise<LeaderboardChangeType | null> {
  return workOf(operation, `latest release ${assignmentVersionId}`, async () => {
    const { userId } = await operation.member();
    const latest = await latestRelease(await operation.tx(), userId, assignmentVersionId);
    const ladder = toLadder(latest?.ladder);
    return latest && ladder
      ? { runId: latest.runId, isReleased: ladder.isReleased, message: ladder.message, at: latest.createdAt }
      : null;
  });
}

/** The dates of the viewer's cohort; null where none of theirs takes the assignment's track. */
export function ownOpening(operation: Operation, assignment: AssignmentRow) {
  return workOf(operation, `opening ${assignment.id}`, async () => {
    const { userId } = await operation.member();
    return (await openingOf(await operation.tx(), { assignment, studentId: userId }))?.opening ?? null;
  });
}
