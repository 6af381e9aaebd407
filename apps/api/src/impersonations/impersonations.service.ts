import { Injectable } from '@nestjs/common';
import {
  beginImpersonation,
  Database,
  endImpersonation,
  impersonationsOfStudent,
  membershipById,
  recordAudit,
} from '@holdout/db';
import { ForbiddenError, IMPERSONATION_LIMITS } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { mayBeImpersonated } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { ImpersonationType } from './impersonations.types.js';

const MOST_SHOWN = 50;

@Injectable()
export class ImpersonationsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly database: Database,
  ) {}

  /** From the next request of this session on. @throws NotFoundError, BadUserInputError, ForbiddenError */
  async start(operation: Operation, membershipId: string, text: string): Promise<true> {
    const { organization, userId, proof } = await operation.member();
    const reason = checkedText(text, {
      field: 'reason',
      least: 1,
      limit: IMPERSONATION_LIMITS.reason,
      message: `Say why, in 1 to ${IMPERSONATION_LIMITS.reason} characters. The student reads it.`,
    });
    const tx = await operation.tx();
    const { userId: studentId } = await membershipById(tx, membershipId);
    if (proof.kind !== 'session')
      throw new ForbiddenError('A key acts as its owner only. Sign in to do this.');
    if (!mayBeImpersonated(await this.database.system.standingOf(studentId), organization.id))
      throw new ForbiddenError('You can only view the pages as a student who has no other role.');
    const startedAt = operation.startedAt;
    const expiresAt = new Date(startedAt.getTime() + IMPERSONATION_LIMITS.minutes * 60_000);
    const { id } = await beginImpersonation(tx, {
      organizationId: organization.id,
      adminId: userId,
      studentId,
      sessionId: proof.sessionId,
      reason,
      startedAt,
      expiresAt,
    });
    await putOnRecord(operation, {
      action: 'impersonation.started',
      subjectType: 'user',
      subjectId: studentId,
      detail: { impersonationId: id, reason, expiresAt },
    });
    return true;
  }

  /** Stopping again changes nothing. */
  async stop(operation: Operation): Promise<true> {
    const viewer = await operation.viewer();
    if (!viewer?.impersonation || !viewer.organization) return true;
    const { id, adminId } = viewer.impersonation;
    const organizationId = viewer.organization.id;
    // The operation itself speaks for the student, and may only read.
    await this.database.inTenant({ organizationId, userId: adminId }, async (tx) => {
      await endImpersonation(tx, id, operation.startedAt);
      await recordAudit(tx, {
        organizationId,
        actorId: adminId,
        action: 'impersonation.stopped',
        subjectType: 'user',
        subjectId: viewer.userId,
        detail: { impersonationId: id },
      });
    });
    return true;
  }

  /** Who viewed the pages as the viewer, newest first. */
  async ofViewer(operation: Operation): Promise<ImpersonationType[]> {
    const { userId } = await operation.member();
    const rows = await impersonationsOfStudent(await operation.tx(), userId, MOST_SHOWN);
    return Promise.all(
      rows.map(async ({ id, adminId, reason, startedAt, expiresAt, endedAt }) => ({
        id,
        reason,
        startedAt,
        until: endedAt ?? expiresAt,
        adminName: await this.names.of(operation, adminId),
      })),
    );
  }
}
