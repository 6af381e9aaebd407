import { ConflictError, NotFoundError, type Role } from '@holdout/domain';
import type { LtiLaunch, LtiLink, LtiPlatform } from './generated/client.js';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { addMembership } from './memberships.store.js';
import { enroll } from './organizations.store.js';

export type LaunchOfPlatform = LtiLaunch & { platform: LtiPlatform };

export interface NewLtiLaunch {
  id: string;
  organizationId: string;
  platformId: string;
  browserHash: string;
  stateHash: string;
  nonce: string;
  expiresAt: Date;
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Old launches are deleted along the way. */
export async function beginLtiLaunch(tx: Tx, launch: NewLtiLaunch, now: Date): Promise<void> {
  await tx.ltiLaunch.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  await tx.ltiLaunch.create({ data: launch });
}

/** Uses up a state, so that a second answer finds nothing. Null for a state that was never issued, was used, or is too old. */
export async function answerLtiLaunch(
  tx: Tx,
  stateHash: string,
  now: Date,
): Promise<LaunchOfPlatform | null> {
  const open = { stateHash, answeredAt: null, expiresAt: { gt: now }, platform: { removedAt: null } };
  const { count } = await tx.ltiLaunch.updateMany({ where: open, data: { answeredAt: now } });
  if (count === 0) return null;
  return tx.ltiLaunch.findUnique({ where: { stateHash }, include: { platform: true } });
}

export async function verifyLtiLaunch(tx: Tx, id: string, sealedMessage: Buffer<ArrayBuffer>): Promise<void> {
  await tx.ltiLaunch.update({ where: { id }, data: { sealedMessage } });
}

/** A verified launch that is not over, for the browser that began it or the person it belongs to. */
export function verifiedLtiLaunch(
  tx: Tx,
  whose: { id: string; browserHash: string } | { id: string; userId: string },
  now: Date,
): Promise<LaunchOfPlatform | null> {
  return tx.ltiLaunch.findFirst({
    where: {
      ...whose,
      sealedMessage: { not: null },
      expiresAt: { gt: now },
      platform: { removedAt: null },
    },
    include: { platform: true },
  });
}

/** Returns whether the launch may sign somebody in, which it does once. */
export async function spendLtiSignIn(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.ltiLaunch.updateMany({
    where: { id, signedInAt: null },
    data: { signedInAt: now },
  });
  return count > 0;
}

export async function giveLtiLaunch(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.ltiLaunch.update({ where: { id }, data: { userId } });
}

/** The account of a platform's person; null before they were linked. */
export async function ltiAccountOf(tx: Tx, platformId: string, subject: string): Promise<string | null> {
  const account = await tx.ltiAccount.findUnique({
    where: { platformId_subject: { platformId, subject } },
    select: { userId: true },
  });
  return account?.userId ?? null;
}

/** @throws ConflictError when the account is linked to another person of this platform, or that person to another account */
export async function linkLtiAccount(
  tx: Tx,
  account: { organizationId: string; platformId: string; subject: string; userId: string },
): Promise<void> {
  const { count } = await tx.ltiAccount.createMany({ data: [account], skipDuplicates: true });
  if (count > 0 || (await ltiAccountOf(tx, account.platformId, account.subject)) === account.userId) return;
  throw new ConflictError(
    'Your account belongs to another person of this platform already. Ask an administrator to unlink it.',
  );
}

/** The platforms' persons that an account is linked to. */
export function ltiAccountsOf(tx: Tx, userId: string) {
  return tx.ltiAccount.findMany({
    where: { userId },
    select: { platformId: true, createdAt: true, platform: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  });
}

/** Gives a person the role and the place in the cohort that they came with. Returns whether either is new. */
export async function admitByLaunch(
  tx: Tx,
  {
    role,
    cohortId,
    ...person
  }: { organizationId: string; userId: string; role: Role; cohortId: string | null },
): Promise<boolean> {
  const had = await tx.membership.count({ where: { userId: person.userId, role } });
  if (had === 0) await addMembership(tx, { ...person, role });
  if (role !== 'STUDENT' || cohortId === null) return had === 0;
  const place = { cohortId, userId: person.userId };
  const enrolled = await tx.enrollment.count({ where: { ...place, withdrawnAt: null } });
  if (enrolled === 0) await enroll(tx, { ...person, cohortId });
  return had === 0 || enrolled === 0;
}

export interface LtiPlace {
  organizationId: string;
  platformId: string;
  resourceLinkId: string;
  cohortId: string;
  assignmentId: string;
  contextId: string | null;
  contextTitle: string;
  lineItemUrl: string | null;
  membersUrl: string | null;
}

/** The assignment that a link opens; null until somebody chose it. */
export function ltiLinkOf(tx: Tx, platformId: string, resourceLinkId: string) {
  return tx.ltiLink.findUnique({ where: { platformId_resourceLinkId: { platformId, resourceLinkId } } });
}

/** Sets the assignment that a link opens, and what the newest launch said about the link. */
export function placeLtiLink(tx: Tx, place: LtiPlace, now: Date) {
  const { organizationId, platformId, resourceLinkId, ...said } = place;
  return tx.ltiLink.upsert({
    where: { platformId_resourceLinkId: { platformId, resourceLinkId } },
    create: { id: newId(), organizationId, platformId, resourceLinkId, ...said, launchedAt: now },
    update: { ...said, launchedAt: now },
  });
}

export type LtiCourse = LtiLink & { platform: LtiPlatform; cohort: { id: string; name: string } };

/**
 * The course that a link belongs to, and the cohort that it opens.
 * @throws NotFoundError
 */
export async function ltiCourseOf(tx: Tx, linkId: string): Promise<LtiCourse> {
  const id = checkedId(linkId, 'The link');
  const link = await tx.ltiLink.findFirst({
    where: { id, platform: { removedAt: null } },
    include: { platform: true },
  });
  const cohort = link && (await tx.cohort.findUnique({ where: { id: link.cohortId } }));
  if (!link || !cohort) throw new NotFoundError('The link');
  return { ...link, cohort: { id: cohort.id, name: cohort.name } };
}

/** The platform's people who have an account here, and whether they are in the cohort. */
export async function enrolledByLti(
  tx: Tx,
  { platformId, cohortId, subjects }: { platformId: string; cohortId: string; subjects: readonly string[] },
): Promise<Map<string, { userId: string; isEnrolled: boolean }>> {
  const rows = await tx.$queryRaw<{ subject: string; userId: string; isEnrolled: boolean }[]>`
    SELECT a.subject, a.user_id::text AS "userId", EXISTS (
      SELECT 1 FROM enrollments e
      WHERE e.user_id = a.user_id AND e.cohort_id = ${cohortId}::uuid AND e.withdrawn_at IS NULL) AS "isEnrolled"
    FROM lti_accounts a WHERE a.platform_id = ${platformId}::uuid AND a.subject = ANY(${[...subjects]}::text[])`;
  return new Map(rows.map(({ subject, ...person }) => [subject, person]));
}

/** How a platform is used, and how many grades it does not accept. */
export interface LtiUse {
  links: number;
  people: number;
  failing: number;
  lastFailure: string | null;
  launchedAt: Date | null;
}

/** By platform. */
export async function ltiUse(tx: Tx): Promise<Map<string, LtiUse>> {
  const rows = await tx.$queryRaw<(LtiUse & { id: string })[]>`
    SELECT p.id::text, count(DISTINCT l.id)::int AS links, max(l.launched_at) AS "launchedAt",
      count(b.id)::int AS failing, max(b.last_failure) AS "lastFailure",
      (SELECT count(*)::int FROM lti_accounts a WHERE a.platform_id = p.id) AS people
    FROM lti_platforms p
    LEFT JOIN lti_links l ON l.platform_id = p.id
    LEFT JOIN lti_passbacks b ON b.link_id = l.id AND b.failures > 0
    WHERE p.removed_at IS NULL GROUP BY p.id`;
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}
