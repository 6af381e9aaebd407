import { randomInt } from 'node:crypto';
import { ConflictError, NotFoundError, type Assurance } from '@holdout/domain';
import type { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';

export interface NewCredential {
  id: string;
  organizationId: string;
  studentId: string;
  submissionId: string | null;
  runId: string | null;
  stageId: string | null;
  passKey: string;
  basis: string;
  assurance: Assurance;
  statusList: number;
  statusIndex: number;
  keyId: string;
  document: string;
  issuedAt: Date;
}

/** Why a credential no longer counts. */
export type RevocationReason = 'REGRADED' | 'REPLACED' | 'KEY_REPLACED' | 'WITHDRAWN';

/** Locks this student's passes, so that no other transaction settles them meanwhile. */
export async function lockCredentialsOf(tx: Tx, studentId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`credentials of ${studentId}`}, 0))`;
}

/** The valid credential for a pass, and all that were ever issued for it. */
export async function credentialsOfPass(tx: Tx, passKey: string) {
  const rows = await tx.credential.findMany({ where: { passKey }, orderBy: { issuedAt: 'asc' } });
  return { inForce: rows.find(({ status }) => status === 'ISSUED') ?? null, issued: rows };
}

/** The holders of valid credentials for a submission. */
export async function holdersOfCredentials(tx: Tx, submissionId: string): Promise<string[]> {
  const rows = await tx.credential.findMany({
    where: { submissionId, status: 'ISSUED' },
    select: { studentId: true },
  });
  return rows.map(({ studentId }) => studentId);
}

export async function storeCredential(tx: Tx, credential: NewCredential): Promise<void> {
  await tx.credential.create({ data: credential });
}

/** Revoked for good. `replacedById` names the credential that was issued instead. */
export async function revokeCredential(
  tx: Tx,
  id: string,
  revocation: { reason: string; at: Date; replacedById?: string },
): Promise<void> {
  const { reason, at, replacedById } = revocation;
  await tx.credential.updateMany({
    where: { id, status: 'ISSUED' },
    data: {
      status: 'REVOKED',
      revokedAt: at,
      revokedReason: reason,
      ...(replacedById ? { replacedById } : {}),
    },
  });
}

/** A new list is started before this one is so full that finding a free place takes long. */
const MOST_IN_LIST = 100_000;
const PLACES = 131_072;

/**
 * A random free place in the newest status list, so that the number does not reveal when the credential was issued.
 */
export async function drawStatusPlace(tx: Tx): Promise<{ list: number; index: number }> {
  const { _max } = await tx.credential.aggregate({ _max: { statusList: true } });
  const newest = _max.statusList ?? 1;
  const isFull = (await tx.credential.count({ where: { statusList: newest } })) >= MOST_IN_LIST;
  const list = isFull ? newest + 1 : newest;
  for (;;) {
    const index = randomInt(PLACES);
    if (!(await tx.credential.findFirst({ where: { statusList: list, statusIndex: index } })))
      return { list, index };
  }
}

/** Places of revoked credentials by list number. Lists in use without revoked places are included. */
export async function revokedPlaces(tx: Tx): Promise<Map<number, number[]>> {
  const rows = await tx.$queryRaw<{ list: number; revoked: number[] }[]>`
    SELECT status_list AS list, coalesce(array_agg(status_index) FILTER (WHERE status = 'REVOKED'), '{}') AS revoked
    FROM credentials GROUP BY status_list ORDER BY status_list`;
  return new Map(rows.map(({ list, revoked }) => [list, revoked]));
}

export async function storeStatusList(
  tx: Tx,
  {
    organizationId,
    number,
    ...list
  }: { organizationId: string; number: number; document: string; signedAt: Date; id: string },
): Promise<void> {
  const { id, ...update } = list;
  await tx.statusList.upsert({
    where: { organizationId_number: { organizationId, number } },
    create: { id, organizationId, number, ...update },
    update,
  });
}

export function statusListDocument(tx: Tx, number: number) {
  return tx.statusList.findFirst({ where: { number }, select: { document: true, signedAt: true } });
}

/** A receipt that credentials may be based on, by the digest of its file. */
export const evidence = (digest: string) =>
  ({
    envelopeDigest: digest,
    run: { kind: { in: ['CERTIFICATION', 'REGRADE', 'REPRODUCTION'] } },
  }) satisfies Prisma.ReceiptWhereInput;

/** The file of a receipt that a credential is based on; null for any other digest. */
export async function evidenceEnvelope(tx: Tx, digest: string): Promise<string | null> {
  const receipt = await tx.receipt.findFirst({ where: evidence(digest), select: { envelope: true } });
  return receipt?.envelope ?? null;
}

/**
 * Null unless the holder lets anyone with the address fetch the credential, or shows the result in a portfolio that
 * others can open now: its number is shown there to be verified.
 */
export async function sharedCredential(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ document: string }[]>`
    SELECT c.document FROM credentials c
    WHERE c.id = ${checkedId(id, 'The credential')}::uuid AND (c.is_shared OR EXISTS (
      SELECT 1 FROM portfolio_items i JOIN portfolios p ON p.id = i.portfolio_id
      WHERE i.submission_id = c.submission_id AND p.student_id = c.student_id
        AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = p.student_id AND m.role = 'STUDENT')
        AND (p.is_public OR p.searchable_since IS NOT NULL OR EXISTS (
          SELECT 1 FROM share_links l
          WHERE l.portfolio_id = p.id AND l.revoked_at IS NULL AND l.expires_at > CURRENT_TIMESTAMP))))`;
  return rows[0]?.document ?? null;
}

const LISTED = { take: 200, orderBy: { issuedAt: 'desc' } } as const;

/** Newest first; 200 at most. */
export function credentialsOfStudent(tx: Tx, studentId: string) {
  return tx.credential.findMany({ where: { studentId }, ...LISTED });
}

export function credentialsOfRun(tx: Tx, runId: string) {
  return tx.credential.findMany({ where: { runId }, ...LISTED });
}

/** @throws NotFoundError */
export async function credentialById(tx: Tx, id: string) {
  const row = await tx.credential.findUnique({ where: { id: checkedId(id, 'The credential') } });
  if (!row) throw new NotFoundError('The credential');
  return row;
}

export async function shareCredential(tx: Tx, id: string, isShared: boolean) {
  await tx.credential.updateMany({ where: { id }, data: { isShared } });
}

/** @throws NotFoundError, ConflictError when it is revoked already */
export async function withdrawCredential(tx: Tx, id: string, reason: string, at: Date) {
  const credential = await credentialById(tx, id);
  if (credential.status === 'REVOKED')
    throw new ConflictError('This credential is revoked already. Reload the page to see when and why.');
  await revokeCredential(tx, credential.id, { reason, at });
  return credentialById(tx, id);
}

export interface NewAssurance {
  id: string;
  organizationId: string;
  submissionId: string;
  level: Assurance;
  note: string;
  assuredById: string;
}

/** The worker then issues the credential again, with this assurance. */
export async function assureSubmission(tx: Tx, assurance: NewAssurance): Promise<void> {
  await tx.submissionAssurance.create({ data: assurance });
}

/** A student's address hashed with this salt, as a credential carries it; null for someone who left. Worker only. */
export async function hashedEmailOf(tx: Tx, userId: string, salt: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ hash: string | null }[]>`
    SELECT hashed_email_of(${userId}::uuid, ${salt}) AS hash`;
  return rows[0]?.hash ?? null;
}

const STAGE_PREFIX = 'stage-';

/** Title and summary of an assignment, or of a stage by its slug after "stage-". Null for what was never published. */
export async function achievementShown(
  tx: Tx,
  name: string,
): Promise<{ title: string; summary: string } | null> {
  if (name.startsWith(STAGE_PREFIX)) {
    const stage = await tx.stage.findFirst({ where: { slug: name.slice(STAGE_PREFIX.length) } });
    return stage && { title: `Stage: ${stage.title}`, summary: stage.goal };
  }
  return tx.assignment.findFirst({
    where: { slug: name, versions: { some: { publishedAt: { not: null } } } },
    select: { title: true, summary: true },
  });
}
