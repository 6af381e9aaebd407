import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

/** Who a piece of work belongs to: a team, or a student working alone. */
export interface WorkHolder {
  studentId: string;
  teamId: string | null;
}

/** A condition for runs `r` of the same holder. */
export function heldBy({ studentId, teamId }: WorkHolder): Prisma.Sql {
  return teamId
    ? Prisma.sql`r.team_id = ${teamId}::uuid`
    : Prisma.sql`(r.student_id = ${studentId}::uuid AND r.team_id IS NULL)`;
}

/** A condition for runs `r` that count for a student: their own, and those of their teams. */
export function countingFor(studentId: string): Prisma.Sql {
  return Prisma.sql`((r.student_id = ${studentId}::uuid AND r.team_id IS NULL)
    OR r.team_id = ANY (ARRAY(SELECT m.team_id FROM team_members m WHERE m.user_id = ${studentId}::uuid)))`;
}

/** An expression for the holder of run `r`, where each work is listed once. */
export const holderOfRun = Prisma.sql`coalesce(r.team_id, r.student_id)`;

export async function holderOf(tx: Tx, runId: string): Promise<WorkHolder> {
  return tx.run.findUniqueOrThrow({ where: { id: runId }, select: { studentId: true, teamId: true } });
}

/** The teams that a student is in, at most one per assignment. */
export async function teamIdsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await rowsOf<{ teamId: string }>(tx)`
    SELECT team_id::text AS "teamId" FROM team_members WHERE user_id = ${userId}::uuid`;
  return rows.map(({ teamId }) => teamId);
}

/** The same as `countingFor`, as a condition on runs. */
export async function countedFor(tx: Tx, studentId: string) {
  const alone = { studentId, teamId: null };
  const teamIds = await teamIdsOf(tx, studentId);
  return teamIds.length === 0 ? alone : { OR: [alone, { teamId: { in: teamIds } }] };
}

/** A condition for what a student may read as their own: what they handed in, and what team-mates did. */
export async function ownOrTeams(tx: Tx, studentId: string) {
  const teamIds = await teamIdsOf(tx, studentId);
  return teamIds.length === 0 ? { studentId } : { OR: [{ studentId }, { teamId: { in: teamIds } }] };
}
