import type { Tx } from './database.js';
import { newId } from './ids.js';
import type { Granted } from './cohort-plan.store.js';

export interface GroupExtensionGrant extends Granted {
  organizationId: string;
  groupId: string;
  assignmentId: string;
}

/** Applies to the group's members as long as they are in it. A new grant replaces the earlier one. */
export async function grantGroupExtension(tx: Tx, grant: GroupExtensionGrant): Promise<void> {
  const { groupId, assignmentId, organizationId, ...values } = grant;
  await tx.groupExtension.upsert({
    where: { groupId_assignmentId: { groupId, assignmentId } },
    create: { id: newId(), organizationId, groupId, assignmentId, ...values },
    update: values,
  });
}

/** Late days set for groups; students who join later get them too. */
export async function setGroupLateDays(tx: Tx, groupIds: readonly string[], days: number): Promise<void> {
  await tx.cohortGroup.updateMany({ where: { id: { in: [...groupIds] } }, data: { lateDays: days } });
}

export interface LateDaysChange {
  studentId: string;
  before: number;
  after: number;
}

/**
 * Gives those who join a group as many late days as it was given, minus those they have used. So leaving and coming
 * back gains nothing, and nobody ends up with fewer than before.
 */
export async function giveLateDays(
  tx: Tx,
  days: number,
  enrollmentIds: readonly string[],
): Promise<LateDaysChange[]> {
  const enrollments = await tx.enrollment.findMany({
    where: { id: { in: [...enrollmentIds] } },
    select: { id: true, userId: true, lateDaysLeft: true, lateDayUses: { select: { days: true } } },
  });
  const changes: LateDaysChange[] = [];
  for (const { id, userId, lateDaysLeft: before, lateDayUses } of enrollments) {
    const after = days - lateDayUses.reduce((sum, use) => sum + use.days, 0);
    if (after <= before) continue;
    await tx.enrollment.update({ where: { id }, data: { lateDaysLeft: after }, select: { id: true } });
    changes.push({ studentId: userId, before, after });
  }
  return changes;
}

interface Withdrawn {
  assignmentId: string;
  enrollmentIds: readonly string[];
  groupIds: readonly string[];
}

/** Withdraws what students and groups were granted for an assignment. Returns how many extensions that were. */
export async function withdrawExtensions(
  tx: Tx,
  { assignmentId, enrollmentIds, groupIds }: Withdrawn,
): Promise<number> {
  const own = await tx.extension.deleteMany({
    where: { assignmentId, enrollmentId: { in: [...enrollmentIds] } },
  });
  const ofGroups = await tx.groupExtension.deleteMany({
    where: { assignmentId, groupId: { in: [...groupIds] } },
  });
  return own.count + ofGroups.count;
}
