import { ConflictError, NotFoundError, COHORT_PLAN_LIMITS as MAX } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { isStudying } from './studying.js';

const whatItHas = {
  extensions: { orderBy: { createdAt: 'asc' } },
  members: {
    where: { enrollment: { withdrawnAt: null } },
    select: { enrollment: { select: { id: true, userId: true } } },
    orderBy: { enrollment: { createdAt: 'asc' } },
  },
} as const;

/** The groups of a cohort by name, with their members and what they were granted. */
export async function groupsOfCohort(tx: Tx, cohortId: string) {
  const groups = await tx.cohortGroup.findMany({
    where: { cohortId },
    include: whatItHas,
    orderBy: { name: 'asc' },
  });
  return withStudents(tx, groups);
}

/** Leaves out members who were removed from the organization, until they come back. */
async function withStudents<Group extends { members: readonly { enrollment: { id: string } }[] }>(
  tx: Tx,
  groups: readonly Group[],
): Promise<Group[]> {
  const ids = groups.flatMap(({ members }) => members.map(({ enrollment }) => enrollment.id));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM enrollments e WHERE e.id = ANY(${ids}::uuid[]) AND ${isStudying}`;
  const students = new Set(rows.map(({ id }) => id));
  return groups.map((group) => ({
    ...group,
    members: group.members.filter(({ enrollment }) => students.has(enrollment.id)),
  }));
}

/**
 * Groups that all belong to one cohort.
 * @throws NotFoundError when one of them does not
 */
export async function groupsOf(tx: Tx, cohortId: string, groupIds: readonly string[]) {
  const ids = [...new Set(groupIds)].map((id) => checkedId(id, 'The group'));
  const groups = await tx.cohortGroup.findMany({
    where: { cohortId, id: { in: ids } },
    include: whatItHas,
    orderBy: { name: 'asc' },
  });
  if (groups.length < ids.length) throw new NotFoundError('A group of this cohort');
  return withStudents(tx, groups);
}

/** @throws NotFoundError */
export async function groupById(tx: Tx, id: string) {
  const group = await tx.cohortGroup.findUnique({
    where: { id: checkedId(id, 'The group') },
    include: whatItHas,
  });
  if (!group) throw new NotFoundError('The group');
  const [found = group] = await withStudents(tx, [group]);
  return found;
}

interface NewGroup {
  organizationId: string;
  cohortId: string;
  name: string;
  enrollmentIds: readonly string[];
}

/**
 * Returns its id.
 * @throws ConflictError when the cohort has a group of that name, or as many groups as it may
 */
export async function makeGroup(tx: Tx, { enrollmentIds, ...group }: NewGroup): Promise<string> {
  const { organizationId, cohortId, name } = group;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`cohort-groups:${cohortId}`}, 0))`;
  const known = await tx.cohortGroup.findMany({ where: { cohortId }, select: { name: true } });
  if (known.some((other) => other.name === name))
    throw new ConflictError(`The cohort has a group "${name}" already. Choose another name.`, {
      field: 'name',
    });
  if (known.length >= MAX.groups)
    throw new ConflictError(`A cohort has ${MAX.groups} groups at most. Remove one that is not needed.`, {
      limit: MAX.groups,
    });
  const { id } = await tx.cohortGroup.create({ data: { id: newId(), ...group } });
  await addToGroup(tx, { organizationId, groupId: id, enrollmentIds });
  return id;
}

/**
 * Adds students and returns those who were not in it before.
 * @throws ConflictError when it would have more students than can be granted something at once
 */
export async function addToGroup(
  tx: Tx,
  { enrollmentIds, ...place }: { organizationId: string; groupId: string; enrollmentIds: readonly string[] },
): Promise<string[]> {
  const joined = await tx.cohortGroupMember.createManyAndReturn({
    data: enrollmentIds.map((enrollmentId) => ({ ...place, enrollmentId })),
    skipDuplicates: true,
  });
  const { groupId } = place;
  if ((await tx.cohortGroupMember.count({ where: { groupId } })) > MAX.students)
    throw new ConflictError(`A group has ${MAX.students} students at most. Make another one.`, {
      limit: MAX.students,
    });
  return joined.map(({ enrollmentId }) => enrollmentId);
}

export async function takeFromGroup(
  tx: Tx,
  groupId: string,
  enrollmentIds: readonly string[],
): Promise<void> {
  await tx.cohortGroupMember.deleteMany({
    where: { groupId, enrollmentId: { in: [...enrollmentIds] } },
  });
}

/** Also removes what was granted to it. */
export async function removeGroup(tx: Tx, id: string): Promise<void> {
  await tx.cohortGroup.delete({ where: { id } });
}
