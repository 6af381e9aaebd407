import { Injectable } from '@nestjs/common';
import {
  credentialById,
  Database,
  heldRuns,
  recordAudit,
  reproductionsOfResults,
  requestReproduction,
  runById,
  sharedCredential,
  type ReproductionRequest,
  type ResultReproduction,
  type Tx,
} from '@holdout/db';
import {
  ConflictError,
  NotFoundError,
  REPRODUCTIONS_PER_CREDENTIAL,
  REPRODUCTIONS_PER_DAY,
  REPRODUCTIONS_PER_RUN,
} from '@holdout/domain';
import { gradeRun, JobQueues } from '@holdout/jobs';
import type { Operation } from '../operation/operation.js';
import type { Member } from '../operation/viewer.js';

type Asker = 'STUDENT' | 'STAFF' | 'HIRING_MANAGER';
type Credential = Awaited<ReturnType<typeof credentialById>>;

/** Reproductions for those who were shown a credential: the run belongs to the organization that issued it, wherever they are. */
@Injectable()
export class CredentialReproductionsService {
  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
  ) {}

  /**
   * For its student, for who teaches or administers where it was issued, and for hiring managers who can open it now.
   * @throws NotFoundError, ConflictError, RateLimitedError, TooManyRunsError, QuotaSpentError
   */
  async request(operation: Operation, issuerSlug: string, id: string): Promise<ResultReproduction[]> {
    const member = await operation.member();
    const issuer = await this.database.system.organizationBySlug(issuerSlug);
    if (!issuer) throw new NotFoundError('The credential');
    const context = { organizationId: issuer.id, userId: member.userId };
    const { runId, reproductions } = await this.database.inTenant(context, async (tx) => {
      const credential = await credentialById(tx, id);
      const asker = await askerOf(tx, member, credential);
      const original = await certifiedRun(tx, credential, asker);
      const row = await requestReproduction(tx, {
        organizationId: issuer.id,
        original,
        requestedById: member.userId,
        isFromOutside: asker === 'HIRING_MANAGER',
        limits: limitsOf(asker),
        now: operation.startedAt,
      });
      await recordAudit(tx, {
        organizationId: issuer.id,
        actorId: member.userId,
        action: 'credential.reproduction-requested',
        subjectType: 'credential',
        subjectId: credential.id,
        detail: { reproductionId: row.id, asker },
      });
      return { runId: row.runId, reproductions: await reproductionsOfResults(tx, [original.id]) };
    });
    // If the ticket is lost, the sweeper adds another one.
    operation.afterCommit(() => gradeRun.add(this.queues, { runId, attempt: 1 }));
    operation.afterCommit(() => this.database.system.followQueue());
    return reproductions;
  }
}

/** As whom somebody may ask. @throws NotFoundError for those to whom the credential is nothing */
async function askerOf(tx: Tx, member: Member, credential: Credential): Promise<Asker> {
  const { organization, roles, userId } = member;
  if (organization.id === credential.organizationId) {
    if (roles.has('INSTRUCTOR') || roles.has('ADMIN')) return 'STAFF';
    if (roles.has('STUDENT') && credential.studentId === userId) return 'STUDENT';
  }
  // What its holder stopped showing is gone for them in this moment.
  if (roles.has('HIRING_MANAGER') && (await sharedCredential(tx, credential.id)) !== null)
    return 'HIRING_MANAGER';
  throw new NotFoundError('The credential');
}

/** The run that a credential states. @throws ConflictError */
async function certifiedRun(tx: Tx, { status, runId }: Credential, asker: Asker) {
  if (status === 'REVOKED')
    throw new ConflictError('This credential is revoked: there is no result left to reproduce.');
  if (runId === null)
    throw new ConflictError(
      'A stage credential is based on several results. Have the credential of one of its assignments reproduced.',
    );
  if (asker !== 'STAFF' && (await heldRuns(tx, [runId])).has(runId))
    throw new ConflictError('Its result is held. Ask again once it has been released.');
  return runById(tx, runId);
}

function limitsOf(asker: Asker): ReproductionRequest['limits'] {
  return {
    perDay: REPRODUCTIONS_PER_DAY[asker],
    perRun: asker === 'STUDENT' ? REPRODUCTIONS_PER_RUN : null,
    lately: REPRODUCTIONS_PER_CREDENTIAL,
  };
}
