import {
  BadUserInputError,
  NotFoundError,
  QuotaSpentError,
  brokenQuota,
  type QuotaNeed,
  type QuotaState,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface NewQuota {
  organizationId: string;
  /** If set, the quota applies to each student of this cohort. */
  cohortId: string | null;
  /** If set, the quota applies to this student only. */
  userId: string | null;
  runsPerDay: number | null;
  cpuSeconds: number | null;
  gpuSeconds: number | null;
  storageBytes: bigint | null;
  parallelRuns: number | null;
  expiresAt: Date | null;
  reason: string;
}

/** The limits of the organization as a whole, or of one student, and how much of each is used. */
export function quotaState(tx: Tx, studentId: string | null): Promise<QuotaState[]> {
  return tx.$queryRaw`SELECT what, "limit", coalesce(used, 0) AS used FROM quota_state(${studentId}::uuid)`;
}

/** Whose quota it is: the student's, or the whole organization's. */
type OwnedState = QuotaState & { owner: 'STUDENT' | 'ORGANIZATION' };

/** All quotas that limit what a student hands in. */
export function quotasOn(tx: Tx, studentId: string): Promise<OwnedState[]> {
  return tx.$queryRaw`
    SELECT 'STUDENT' AS owner, what, "limit", coalesce(used, 0) AS used FROM quota_state(${studentId}::uuid)
    UNION ALL SELECT 'ORGANIZATION', what, "limit", coalesce(used, 0) FROM quota_state(NULL)`;
}

/** @throws QuotaSpentError when the student's quota, or the organization's, lets no more in */
export function assertWithinQuotas(
  states: readonly OwnedState[],
  { now, ...need }: QuotaNeed & { now: Date },
): void {
  for (const whose of ['STUDENT', 'ORGANIZATION'] as const) {
    const spent = brokenQuota(
      states.filter(({ owner }) => owner === whose),
      need,
    );
    if (spent) throw new QuotaSpentError(spent.what, whose, spent.limit, now);
  }
}

/** @throws QuotaSpentError when the organization has no time left to have a result reproduced, whoever asks */
export async function assertReproductionIsPaid(
  tx: Tx,
  { resource, now }: Pick<QuotaNeed, 'resource'> & { now: Date },
): Promise<void> {
  const metered = (await quotaState(tx, null)).filter(({ what }) => what === resource);
  const spent = brokenQuota(metered, { resource, bytes: 0 });
  if (spent) throw new QuotaSpentError(spent.what, 'ISSUER', spent.limit, now);
}

/** Newest first, those that have expired included. */
export function listQuotas(tx: Tx, limit = 200) {
  return tx.quota.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
}

/** @throws NotFoundError for the cohort, BadUserInputError when it names a cohort and a student */
export async function createQuota(tx: Tx, quota: NewQuota) {
  if (quota.cohortId && quota.userId) {
    throw new BadUserInputError('A quota holds for a cohort or for a student. Name one of them.', {
      field: 'cohortId',
    });
  }
  if (quota.cohortId) {
    const cohort = await tx.cohort.findUnique({ where: { id: checkedId(quota.cohortId, 'The cohort') } });
    if (!cohort) throw new NotFoundError('The cohort');
  }
  return tx.quota.create({ data: { id: newId(), ...quota } });
}

/** @throws NotFoundError */
export async function deleteQuota(tx: Tx, id: string) {
  const quota = await tx.quota.findUnique({ where: { id: checkedId(id, 'The quota') } });
  if (!quota) throw new NotFoundError('The quota');
  await tx.quota.delete({ where: { id: quota.id } });
  return quota;
}
