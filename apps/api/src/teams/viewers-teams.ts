import { teamIdsOf } from '@holdout/db';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';

/** Ids of the teams that the viewer is in. */
export const viewersTeams = async (operation: Operation): Promise<ReadonlySet<string>> => {
  const { userId } = await operation.member();
  return new Set(await workOf(operation, 'teams', async () => teamIdsOf(await operation.tx(), userId)));
};

/** Whether work is the viewer's own, or that of a team of theirs. */
export async function isViewersWork(
  operation: Operation,
  { studentId, teamId }: { studentId: string; teamId: string | null },
): Promise<boolean> {
  const { userId } = await operation.member();
  if (studentId === userId) return true;
  return teamId !== null && (await operation.shared(viewersTeams)).has(teamId);
}
