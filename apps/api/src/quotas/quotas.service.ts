import { Injectable } from '@nestjs/common';
import {
  checkedId,
  createQuota,
  deleteQuota,
  listCohorts,
  listQuotas,
  quotaState,
  type Tx,
} from '@holdout/db';
import { NotFoundError, type QuotaState } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { checkedQuota } from './checked-quota.js';
import type { QuotaInput, QuotaType } from './quotas.types.js';

type QuotaRow = Awaited<ReturnType<typeof createQuota>>;

@Injectable()
export class QuotasService {
  constructor(private readonly names: NamesLoader) {}

  /** Newest first: of two that say something of the same, the newer one counts. */
  async list(operation: Operation): Promise<QuotaType[]> {
    const rows = await listQuotas(await operation.tx());
    return Promise.all(rows.map((row) => this.shown(operation, row)));
  }

  async ofOrganization(operation: Operation): Promise<QuotaState[]> {
    return quotaState(await operation.tx(), null);
  }

  async own(operation: Operation): Promise<QuotaState[]> {
    const { userId } = await operation.member();
    return quotaState(await operation.tx(), userId);
  }

  /** @throws BadUserInputError, NotFoundError for the cohort or the student */
  async add(operation: Operation, input: QuotaInput): Promise<QuotaType> {
    const { storageBytes, ...limits } = checkedQuota(input, operation.startedAt);
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const quota = await createQuota(tx, {
      organizationId: organization.id,
      cohortId: input.cohortId ?? null,
      userId: input.membershipId ? await studentOf(tx, input.membershipId) : null,
      ...limits,
      storageBytes: storageBytes === null ? null : BigInt(storageBytes),
      expiresAt: input.expiresAt ?? null,
    });
    await this.audit(operation, 'quota.set', quota);
    return this.shown(operation, quota);
  }

  /** What it limited falls back to the next newest quota. @throws NotFoundError */
  async remove(operation: Operation, id: string): Promise<true> {
    await this.audit(operation, 'quota.removed', await deleteQuota(await operation.tx(), id));
    return true;
  }

  private async shown(operation: Operation, row: QuotaRow): Promise<QuotaType> {
    const { userId, cohortId, storageBytes, expiresAt } = row;
    const cohorts = cohortId ? await listCohorts(await operation.tx()) : [];
    return {
      ...row,
      scope: userId ? 'STUDENT' : cohortId ? 'COHORT' : 'ORGANIZATION',
      name: userId
        ? await this.names.of(operation, userId)
        : (cohorts.find(({ id }) => id === cohortId)?.name ?? null),
      storageBytes: storageBytes === null ? null : Number(storageBytes),
      isExpired: expiresAt !== null && expiresAt <= operation.startedAt,
    };
  }

  private async audit(operation: Operation, action: string, quota: QuotaRow): Promise<void> {
    const { id, organizationId: _, createdAt: __, storageBytes, ...detail } = quota;
    await putOnRecord(operation, {
      action,
      subjectType: 'quota',
      subjectId: id,
      detail: { ...detail, storageBytes: storageBytes === null ? null : Number(storageBytes) },
    });
  }
}

/** @throws NotFoundError */
async function studentOf(tx: Tx, membershipId: string): Promise<string> {
  const membership = await tx.membership.findUnique({
    where: { id: checkedId(membershipId, 'The student') },
  });
  if (membership?.role !== 'STUDENT') throw new NotFoundError('The student');
  return membership.userId;
}
