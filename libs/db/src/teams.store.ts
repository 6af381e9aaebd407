import { randomInt } from 'node:crypto';
import { ConflictError, NotFoundError, NotEnrolledError, maxTeamSizeOf } from '@holdout/domain';
import { latestVersion, type AssignmentRow } from './assignments.store.js';
import { lockAttempts } from './attempts.store.js';
import { leaveCredentialTask } from './credential-tasks.store.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { checkedId, newId } from './ids.js';
import { openingOf } from './openings.store.js';
import { rowsOf } from './rows-of.js';
import { isStudying } from './studying.js';

const withMembers = {
  members: { orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }] },
  assignment: { select: { slug: true } },
} satisfies Prisma.TeamInclude;

export type TeamRow = Prisma.TeamGetPayload<{ include: typeof withMembers }>;

interface Person {
  organizationId: string;
  userId: string;
  now: Date;
}

/** The student's team for an assignment; null if they work alone. */
export function teamOf(tx: Tx, assignmentId: string, userId: string): Promise<TeamRow | null> {
  return tx.team.findFirst({ where: { assignmentId, members: { some: { userId } } }, include: withMembers });
}

/** @throws NotFoundError */
export async function teamById(tx: Tx, id: string): Promise<TeamRow> {
  const team = await tx.team.findUnique({ where: { id: checkedId(id, 'The team') }, include: withMembers });
  if (!team) throw new NotFoundError('The team');
  return team;
}

/** The teams of a cohort for an assignment, by name, 500 at most. */
export function teamsOf(tx: Tx, of: { assignmentId: string; cohortId: string }): Promise<TeamRow[]> {
  return tx.team.findMany({
    where: of,
    include: withMembers,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  });
}

/** Students of a cohort who are in no team for an assignment, longest enrolled first, 5,000 at most. */
export async function studentsWithoutTeam(
  tx: Tx,
  { assignmentId, cohortId }: { assignmentId: string; cohortId: string },
): Promise<string[]> {
  const rows = await rowsOf<{ userId: string }>(tx)`
    SELECT e.user_id::text AS "userId" FROM enrollments e
    WHERE e.cohort_id = ${cohortId}::uuid AND ${isStudying} AND NOT EXISTS (
      SELECT 1 FROM team_members m WHERE m.user_id = e.user_id AND m.assignment_id = ${assignmentId}::uuid)
    ORDER BY e.created_at, e.id LIMIT 5000`;
  return rows.map(({ userId }) => userId);
}

export async function teamNamesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.team.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * A team of one, in the cohort through which the student works on the assignment.
 * @throws NotEnrolledError; ConflictError where the assignment takes no teams, the name is taken, or the student is in a team or
 *   has handed something in alone
 */
export async function formTeam(
  tx: Tx,
  assignment: AssignmentRow,
  name: string,
  { organizationId, userId, now }: Person,
): Promise<TeamRow> {
  await sizeAllowed(tx, assignment);
  const cohortId = await freeToJoin(tx, assignment, userId);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`teams:${assignment.id}`}, 0))`;
  const taken = await tx.team.findFirst({
    where: { assignmentId: assignment.id, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  });
  if (taken) throw new ConflictError('Another team of this assignment has this name. Choose another one.');
  const id = newId();
  await tx.team.create({
    data: {
      id,
      organizationId,
      assignmentId: assignment.id,
      cohortId,
      name,
      joinCode: drawJoinCode(),
      createdAt: now,
    },
    select: { id: true },
  });
  return addMember(tx, { id, organizationId, assignmentId: assignment.id }, userId, now);
}

/**
 * Adds a student to the team of their cohort that has this code.
 * @throws NotFoundError for the code; NotEnrolledError; ConflictError when the team is full or frozen, or the student
 *   is in a team or has already handed in something alone
 */
export async function joinTeam(
  tx: Tx,
  assignment: AssignmentRow,
  code: string,
  { userId, now }: Person,
): Promise<TeamRow> {
  const most = await sizeAllowed(tx, assignment);
  const cohortId = await freeToJoin(tx, assignment, userId);
  const found = await tx.team.findFirst({
    where: { joinCode: joinCodeOf(code), assignmentId: assignment.id, cohortId },
    select: { id: true },
  });
  if (!found) throw new NotFoundError('A team of your cohort with this code');
  const team = await lockedTeam(tx, found.id);
  if (team.frozenAt) throw frozen();
  if (team.members.length >= most)
    throw new ConflictError(`The team has ${team.members.length} members, and ${most} is the limit.`);
  return addMember(tx, team, userId, now);
}

/**
 * Removes a student from their team. The last one to leave dissolves it.
 * @throws NotFoundError; ConflictError once it is frozen
 */
export async function leaveTeam(tx: Tx, assignmentId: string, userId: string): Promise<void> {
  const own = await teamOf(tx, assignmentId, userId);
  if (!own) throw new NotFoundError('Your team');
  const team = await lockedTeam(tx, own.id);
  if (team.frozenAt) throw frozen();
  await removeMember(tx, team.id, userId);
}

/**
 * Removes a person who leaves the organization from teams that have not handed anything in. Teams that have keep them,
 * without a name.
 */
export async function leaveOpenTeams(tx: Tx, userId: string): Promise<void> {
  const rows = await tx.teamMember.findMany({ where: { userId, team: { frozenAt: null } } });
  for (const { teamId } of rows) {
    await lockedTeam(tx, teamId);
    await removeMember(tx, teamId, userId);
  }
}

/**
 * Lets teachers change the members of a team, even a frozen one: what it handed in then counts for its current
 * members, and credentials follow.
 * @throws NotFoundError for somebody who is not in the cohort, or not in the team; ConflictError for a student who is
 *   in a team or has handed in something alone, and when the team would be empty
 */
export async function changeTeam(
  tx: Tx,
  assignment: AssignmentRow,
  { id, add, remove }: { id: string; add: readonly string[]; remove: readonly string[] },
  now: Date,
): Promise<TeamRow> {
  const team = await lockedTeam(tx, id);
  const [added, removed] = [[...new Set(add)], [...new Set(remove)]];
  if (removed.some((userId) => !team.members.some((member) => member.userId === userId)))
    throw new NotFoundError('A member of this team');
  for (const userId of added) {
    const cohortId = await freeToJoin(tx, assignment, checkedId(userId, 'The student'));
    if (cohortId !== team.cohortId) throw new NotFoundError('A student of this cohort');
  }
  if (team.members.length + added.length - removed.length < 1)
    throw new ConflictError('Somebody has to stay in the team: its work would count for nobody.');
  for (const userId of added) await addMember(tx, team, userId, now);
  for (const userId of removed) await removeMember(tx, team.id, userId);
  await tx.team.updateMany({ where: { id: team.id }, data: { revision: { increment: 1 } } });
  const { organizationId } = team;
  const certified = await tx.submission.findMany({
    where: { teamId: team.id, runs: { some: { isCounted: true, outcome: 'SCORED' } } },
    select: { id: true },
  });
  for (const { id: subjectId } of certified)
    await leaveCredentialTask(tx, { organizationId, kind: 'SETTLE', subjectId });
  return teamById(tx, team.id);
}

/** The team that a submission belongs to, which it freezes; null if the student works alone. */
export async function freezeTeamOf(
  tx: Tx,
  { assignmentId, studentId, now }: { assignmentId: string; studentId: string; now: Date },
): Promise<string | null> {
  const own = await teamOf(tx, assignmentId, studentId);
  if (!own) return null;
  // Locked until the transaction ends, so that team-mates cannot both use the last attempt.
  await lockAttempts(tx, own.id);
  const { id, frozenAt } = await lockedTeam(tx, own.id);
  if (!frozenAt) await tx.team.updateMany({ where: { id, frozenAt: null }, data: { frozenAt: now } });
  return id;
}

/** Students for whom a run counts. */
export async function studentsOf(
  tx: Tx,
  { studentId, teamId }: { studentId: string; teamId: string | null },
): Promise<string[]> {
  if (!teamId) return [studentId];
  const rows = await tx.teamMember.findMany({ where: { teamId }, orderBy: { userId: 'asc' } });
  return rows.map(({ userId }) => userId);
}

async function sizeAllowed(tx: Tx, assignment: AssignmentRow): Promise<number> {
  const version = await latestVersion(tx, assignment.id);
  const most = version ? maxTeamSizeOf(version.definition) : 1;
  if (most > 1) return most;
  throw new ConflictError(`"${assignment.title}" takes no teams: everyone works alone.`);
}

/** The cohort in which a student may still join a team. Blocks their submissions until the transaction ends. */
async function freeToJoin(tx: Tx, assignment: AssignmentRow, userId: string): Promise<string> {
  await lockAttempts(tx, userId);
  const opening = await openingOf(tx, { assignment, studentId: userId });
  if (!opening) throw new NotEnrolledError(assignment.title);
  if (await teamOf(tx, assignment.id, userId))
    throw new ConflictError('Everyone is in one team of an assignment at most. Leave the other one first.');
  const alone = await tx.submission.findFirst({
    where: {
      assignmentId: assignment.id,
      studentId: userId,
      teamId: null,
      runs: { some: { kind: { not: 'DRY_RUN' } } },
    },
    select: { id: true },
  });
  if (alone)
    throw new ConflictError(
      'Something was handed in alone already, and attempts are not carried into a team.',
    );
  return opening.cohortId;
}

/** @throws NotFoundError */
async function lockedTeam(tx: Tx, id: string): Promise<TeamRow> {
  await tx.$queryRaw`SELECT 1 FROM teams WHERE id = ${checkedId(id, 'The team')}::uuid FOR UPDATE`;
  return teamById(tx, id);
}

async function addMember(
  tx: Tx,
  { id: teamId, organizationId, assignmentId }: Pick<TeamRow, 'id' | 'organizationId' | 'assignmentId'>,
  userId: string,
  joinedAt: Date,
): Promise<TeamRow> {
  await tx.teamMember.create({ data: { organizationId, teamId, assignmentId, userId, joinedAt } });
  return teamById(tx, teamId);
}

async function removeMember(tx: Tx, teamId: string, userId: string): Promise<void> {
  await tx.teamMember.deleteMany({ where: { teamId, userId } });
  await tx.team.deleteMany({ where: { id: teamId, frozenAt: null, members: { none: {} } } });
}

const frozen = () =>
  new ConflictError(
    'The team has handed something in, so its members are frozen. Ask your instructor if that has to change.',
  );

const JOIN_CODE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 60 bits, which nobody can guess. */
function drawJoinCode(): string {
  return Array.from({ length: 12 }, () => JOIN_CODE_LETTERS[randomInt(JOIN_CODE_LETTERS.length)]).join('');
}

/** Accepts the code as people type it: with dashes, spaces and lower-case letters. */
const joinCodeOf = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();
