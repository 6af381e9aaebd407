import { Injectable } from '@nestjs/common';
import {
  credentialsOfPass,
  decisionOn,
  drawStatusPlace,
  holdersOfCredentials,
  isRevokedKey,
  lockCredentialsOf,
  newId,
  recordAudit,
  revokeCredential,
  stageStanding,
  statusListDocument,
  storeCredential,
  studentsOf,
  type Decision,
  type RevocationReason,
  type Tx,
} from '@holdout/db';
import { credentialDocument, signCredential } from '@holdout/receipts';
import { assignmentFacts, stageFacts, subjectOf, type PassFacts } from './credential-facts.js';
import type { Issuer } from './issuer.service.js';
import { ReceiptSigningService } from './receipt-signing.service.js';
import { StatusListsService } from './status-lists.service.js';

/** What a pass should look like: the facts for its credential, and what they are based on. Null facts mean it is not passed. */
interface Pass {
  key: string;
  basis: string;
  studentId: string;
  submissionId: string | null;
  runId: string | null;
  stageId: string | null;
  facts: PassFacts | null;
}

/** Brings credentials in line with scores: those of a submission, one for each student of its team, and that of its stage. */
@Injectable()
export class SettlingService {
  constructor(
    private readonly receipts: ReceiptSigningService,
    private readonly statusLists: StatusListsService,
  ) {}

  async settle(tx: Tx, issuer: Issuer, submissionId: string): Promise<void> {
    const decision = await decisionOn(tx, submissionId);
    if (!decision) return;
    const students = await studentsOf(tx, decision);
    // A student who was removed from a team keeps no credential for its work.
    const former = (await holdersOfCredentials(tx, submissionId)).filter((id) => !students.includes(id));
    const all = [...students, ...former].toSorted();
    for (const studentId of all) await lockCredentialsOf(tx, studentId);
    const digest = await this.receipts.sign(tx, issuer, decision.runId);
    // Scores from before receipts existed have nothing to base a credential on.
    if (digest === null) return;
    const { stageId, ...facts } = await assignmentFacts(tx, decision, digest, students.length);
    for (const studentId of all) {
      await this.bringInLine(tx, issuer, {
        key: decision.teamId ? `submission ${submissionId} of ${studentId}` : `submission ${submissionId}`,
        basis: basisOf(decision),
        studentId,
        submissionId,
        runId: decision.runId,
        stageId: null,
        facts: decision.isPassed && students.includes(studentId) ? facts : null,
      });
      await this.settleStage(tx, issuer, stageId, studentId);
    }
  }

  private async settleStage(tx: Tx, issuer: Issuer, stageId: string, studentId: string): Promise<void> {
    const standing = await stageStanding(tx, stageId, studentId);
    await this.bringInLine(tx, issuer, {
      key: `stage ${stageId} of ${studentId}`,
      basis: standing.credentials.map(({ basis }) => basis).join(', '),
      studentId,
      submissionId: null,
      runId: null,
      stageId,
      facts: standing.isPassed ? stageFacts(standing, new Date()) : null,
    });
  }

  /** Issues, replaces or revokes a credential, or leaves it as it is. */
  private async bringInLine(tx: Tx, issuer: Issuer, pass: Pass): Promise<void> {
    const { inForce, issued } = await credentialsOfPass(tx, pass.key);
    const at = new Date();
    if (!pass.facts) {
      if (inForce) await this.revoke(tx, issuer, inForce.id, 'REGRADED', at);
      return;
    }
    const isSound = inForce === null || !(await isRevokedKey(tx, inForce.keyId));
    // A compromised key invalidates everything it signed. The same pass is then issued again, on a basis of its own.
    const basis = isSound ? pass.basis : `${pass.basis} after key ${inForce.keyId}`;
    if (inForce && isSound && isOfBasis(inForce.basis, pass.basis)) return;
    // A person revoked it, and it stays revoked until there is a new score or assurance.
    if (!inForce && issued.some((earlier) => isOfBasis(earlier.basis, pass.basis))) return;
    const id = newId();
    if (inForce) await this.revoke(tx, issuer, inForce.id, isSound ? 'REPLACED' : 'KEY_REPLACED', at, id);
    await this.issue(tx, issuer, { ...pass, basis, facts: pass.facts }, id, at);
  }

  private async issue(
    tx: Tx,
    issuer: Issuer,
    { facts, key: passKey, ...pass }: Pass & { facts: PassFacts },
    id: string,
    at: Date,
  ): Promise<void> {
    const { organizationId, places, name, key } = issuer;
    const place = await drawStatusPlace(tx);
    const subject = await subjectOf(tx, pass.studentId, id);
    const document = await signCredential(
      credentialDocument({ id, places, organizationName: name, subject, status: place, ...facts }),
      key,
      at,
    );
    await storeCredential(tx, {
      id,
      organizationId,
      passKey,
      ...pass,
      assurance: facts.assurance,
      statusList: place.list,
      statusIndex: place.index,
      keyId: key.id,
      document: JSON.stringify(document),
      issuedAt: at,
    });
    // Never issue a credential whose revocation cannot be looked up.
    if (!(await statusListDocument(tx, place.list))) await this.statusLists.publish(tx, issuer);
    await this.audit(tx, issuer, 'credential.issued', id, { passKey });
  }

  private async revoke(
    tx: Tx,
    issuer: Issuer,
    id: string,
    reason: RevocationReason,
    at: Date,
    replacedById?: string,
  ): Promise<void> {
    await revokeCredential(tx, id, { reason, at, ...(replacedById ? { replacedById } : {}) });
    await this.audit(tx, issuer, 'credential.revoked', id, { reason });
  }

  private audit(tx: Tx, { organizationId }: Issuer, action: string, subjectId: string, detail: object) {
    return recordAudit(tx, {
      organizationId,
      actorId: null,
      action,
      subjectType: 'credential',
      subjectId,
      detail,
    });
  }
}

/** A team's credentials state its size, so a change of the team makes new ones. */
const basisOf = ({ scoreId, assurance, teamRevision }: Decision): string =>
  `score ${scoreId} ${assurance}${teamRevision ? ` team revision ${teamRevision}` : ''}`;

const isOfBasis = (basis: string, wanted: string): boolean =>
  basis === wanted || basis.startsWith(`${wanted} after key `);
