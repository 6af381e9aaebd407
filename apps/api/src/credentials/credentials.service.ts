import { Inject, Injectable } from '@nestjs/common';
import {
  assureSubmission,
  credentialById,
  credentialsOfRun,
  credentialsOfStudent,
  newId,
  reproductionsOfResults,
  shareCredential,
  submissionById,
  withdrawCredential,
} from '@holdout/db';
import { BadUserInputError, CREDENTIAL_LIMITS, NotFoundError, type Assurance } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import type { RunRow } from '../runs/run-view.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { isViewersWork } from '../teams/viewers-teams.js';
import { toCredential, type CredentialRow } from './credential-view.js';
import type { CredentialType } from './credentials.types.js';

@Injectable()
export class CredentialsService {
  constructor(@Inject(API_CONFIG) private readonly config: ApiConfig) {}

  /** The viewer's own, newest first. */
  async own(operation: Operation): Promise<CredentialType[]> {
    const { userId } = await operation.member();
    return this.viewsOf(operation, await credentialsOfStudent(await operation.tx(), userId));
  }

  /** The credentials issued for a run that the viewer may see, except those of team-mates. */
  async ofRun(operation: Operation, run: RunRow): Promise<CredentialType[]> {
    const member = await operation.member();
    const rows = await credentialsOfRun(await operation.tx(), run.id);
    return this.viewsOf(
      operation,
      isStaff(member) ? rows : rows.filter(({ studentId }) => studentId === member.userId),
    );
  }

  /** Lets anyone with the address fetch it, or nobody. @throws NotFoundError for another's */
  async share(operation: Operation, id: string, isShared: boolean): Promise<CredentialType> {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const credential = await credentialById(tx, id);
    if (credential.studentId !== userId) throw new NotFoundError('The credential');
    await shareCredential(tx, credential.id, isShared);
    return this.viewOf(operation, { ...credential, isShared });
  }

  /** Once and for all; the worker lists it as revoked a moment later. @throws NotFoundError, ConflictError */
  async revoke(operation: Operation, id: string, reason: string): Promise<CredentialType> {
    const tx = await operation.tx();
    const revoked = await withdrawCredential(tx, id, checkedReason(reason), operation.startedAt);
    await putOnRecord(operation, {
      action: 'credential.revoked',
      subjectType: 'credential',
      subjectId: revoked.id,
      detail: { reason: revoked.revokedReason },
    });
    return this.viewOf(operation, revoked);
  }

  /**
   * States how certain the organization is who did the work. Its credential is issued again.
   * @throws NotFoundError
   */
  async assure(operation: Operation, submissionId: string, level: Assurance, note: string): Promise<true> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const submission = await submissionById(tx, submissionId);
    if (await isViewersWork(operation, submission))
      throw new BadUserInputError('This is your own work. Somebody else has to vouch for it.', {
        field: 'submissionId',
      });
    await assureSubmission(tx, {
      id: newId(),
      organizationId: organization.id,
      submissionId: submission.id,
      level,
      note: checkedReason(note),
      assuredById: userId,
    });
    await putOnRecord(operation, {
      action: 'submission.assured',
      subjectType: 'submission',
      subjectId: submission.id,
      detail: { level },
    });
    return true;
  }

  private async viewsOf(operation: Operation, rows: readonly CredentialRow[]): Promise<CredentialType[]> {
    const { organization } = await operation.member();
    const place = { publicUrl: this.config.PUBLIC_URL, organizationSlug: organization.slug };
    const runIds = rows.flatMap(({ runId }) => runId ?? []);
    const all = await reproductionsOfResults(await operation.tx(), runIds);
    return rows.map((row) =>
      toCredential(row, { ...place, reproductions: all.filter(({ runId }) => runId === row.runId) }),
    );
  }

  private async viewOf(operation: Operation, row: CredentialRow): Promise<CredentialType> {
    const [view] = await this.viewsOf(operation, [row]);
    if (!view) throw new NotFoundError('The credential');
    return view;
  }
}

/** @throws BadUserInputError */
function checkedReason(text: string): string {
  return checkedText(text, {
    field: 'reason',
    least: 1,
    limit: CREDENTIAL_LIMITS.reason,
    message: `Say why, in 1 to ${CREDENTIAL_LIMITS.reason} characters; it is kept and shown.`,
  });
}
