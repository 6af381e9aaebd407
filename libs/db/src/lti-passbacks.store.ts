import { NotFoundError } from '@holdout/domain';
import type { LtiLink, LtiPassback, LtiPlatform } from './generated/client.js';
import { gradesOfCohort, type Grade } from './cohort-grades.store.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { isStudying } from './studying.js';

const FAILURE_CHARACTERS = 500;

/** A grade that is due at a platform, with everything that is needed to send it. */
export interface DuePassback {
  passback: LtiPassback;
  link: LtiLink;
  platform: LtiPlatform;
  /** The platform's id of the student; null if they were unlinked. */
  subject: string | null;
  /** The gradebook's grade; null without a certification, and while it is held. */
  grade: Grade | null;
}

/** Null when it is gone. */
export async function duePassback(tx: Tx, id: string): Promise<DuePassback | null> {
  const found = await tx.ltiPassback.findUnique({
    where: { id },
    include: { link: { include: { platform: true } } },
  });
  if (!found) return null;
  const { link: linked, ...passback } = found;
  const { platform, ...link } = linked;
  const { studentId } = passback;
  const account = await tx.ltiAccount.findFirst({ where: { platformId: platform.id, userId: studentId } });
  const opening = await tx.cohortAssignment.findFirst({
    where: { cohortId: link.cohortId, assignmentId: link.assignmentId },
    select: { isHeld: true },
  });
  const grades = opening?.isHeld ? [] : await gradesOfCohort(tx, link.cohortId, [studentId]);
  const grade = grades.find(({ assignmentId }) => assignmentId === link.assignmentId) ?? null;
  return { passback, link, platform, subject: account?.subject ?? null, grade };
}

/** Marks a passback as done, unless it was requested again meanwhile. */
export async function settlePassback(tx: Tx, { id, requests }: LtiPassback): Promise<void> {
  await tx.ltiPassback.updateMany({
    where: { id, requests },
    data: { dueAt: null, failures: 0, lastFailure: null },
  });
}

/** Records that the platform accepted the grade. */
export async function recordPassback(tx: Tx, passback: LtiPassback, grade: Grade, at: Date): Promise<void> {
  const sent = { sentPoints: grade.points, isSentProvisional: grade.isProvisional, sentAt: at };
  await tx.ltiPassback.updateMany({ where: { id: passback.id }, data: sent });
  await settlePassback(tx, passback);
}

/** Schedules another attempt, by the database's clock. */
export async function postponePassback(tx: Tx, id: string, seconds: number, failure: string): Promise<void> {
  const reason = failure.slice(0, FAILURE_CHARACTERS);
  await tx.$executeRaw`
    UPDATE lti_passbacks SET failures = failures + 1, last_failure = ${reason},
      due_at = now() + make_interval(secs => ${seconds}::int)
    WHERE id = ${id}::uuid`;
}

export const PASSBACK_STATES = ['NOT_LINKED', 'NOTHING', 'WAITING', 'FAILING', 'SENT'] as const;
export type PassbackState = (typeof PASSBACK_STATES)[number];

/** The state of a student's grade at the platform of a link. */
export interface PassbackOf {
  linkId: string;
  studentId: string;
  assignmentId: string;
  state: PassbackState;
  sentPoints: number | null;
  sentAt: Date | null;
  lastFailure: string | null;
}

/** One entry for each of these students and each link of the cohort that has a column in its platform's gradebook. */
export function passbacksOf(tx: Tx, cohortId: string, studentIds: readonly string[]): Promise<PassbackOf[]> {
  return tx.$queryRaw<PassbackOf[]>`
    SELECT l.id::text AS "linkId", s.id::text AS "studentId", l.assignment_id::text AS "assignmentId",
      p.sent_points AS "sentPoints", p.sent_at AS "sentAt", p.last_failure AS "lastFailure",
      CASE WHEN a.user_id IS NULL THEN 'NOT_LINKED' WHEN p.failures > 0 THEN 'FAILING'
        WHEN p.due_at IS NOT NULL THEN 'WAITING' WHEN p.sent_at IS NOT NULL THEN 'SENT' ELSE 'NOTHING' END AS state
    FROM lti_links l
    JOIN lti_platforms f ON f.id = l.platform_id AND f.removed_at IS NULL
    CROSS JOIN unnest(${[...studentIds]}::uuid[]) AS s(id)
    LEFT JOIN lti_accounts a ON a.platform_id = l.platform_id AND a.user_id = s.id
    LEFT JOIN lti_passbacks p ON p.link_id = l.id AND p.student_id = s.id
    WHERE l.cohort_id = ${cohortId}::uuid AND l.line_item_url IS NOT NULL
    ORDER BY l.created_at, l.id`;
}

/** A link of a cohort, and the state of its grades at the platform. */
export interface LinkPassbacks {
  id: string;
  platformName: string;
  contextTitle: string;
  assignmentId: string;
  assignmentTitle: string;
  /** Whether the platform has a column for it, and so keeps its grades. */
  hasColumn: boolean;
  sent: number;
  waiting: number;
  failing: number;
  /** Students of the cohort who never came from the platform. */
  notLinked: number;
  lastFailure: string | null;
}

export function linkPassbacks(tx: Tx, cohortId: string): Promise<LinkPassbacks[]> {
  return tx.$queryRaw<LinkPassbacks[]>`
    SELECT l.id::text, f.name AS "platformName", l.context_title AS "contextTitle", l.line_item_url IS NOT NULL AS "hasColumn",
      t.id::text AS "assignmentId", t.title AS "assignmentTitle", n.sent, n.waiting, n.failing, n."lastFailure",
      (SELECT count(*)::int FROM enrollments e WHERE e.cohort_id = l.cohort_id AND ${isStudying} AND NOT EXISTS (
        SELECT 1 FROM lti_accounts a WHERE a.platform_id = l.platform_id AND a.user_id = e.user_id)) AS "notLinked"
    FROM lti_links l
    JOIN lti_platforms f ON f.id = l.platform_id AND f.removed_at IS NULL
    JOIN assignments t ON t.id = l.assignment_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.failures > 0)::int AS failing,
        count(*) FILTER (WHERE p.failures = 0 AND p.due_at IS NOT NULL)::int AS waiting,
        count(*) FILTER (WHERE p.failures = 0 AND p.due_at IS NULL AND p.sent_at IS NOT NULL)::int AS sent,
        max(p.last_failure) AS "lastFailure"
      FROM lti_passbacks p WHERE p.link_id = l.id) n
    WHERE l.cohort_id = ${cohortId}::uuid ORDER BY l.created_at, l.id LIMIT 200`;
}

/**
 * Sends all grades of a link again, even those already sent. Returns the link's cohort.
 * @throws NotFoundError
 */
export async function resendPassbacks(
  tx: Tx,
  linkId: string,
  now: Date,
): Promise<{ cohortId: string; count: number }> {
  const id = checkedId(linkId, 'The link');
  const link = await tx.ltiLink.findUnique({ where: { id }, select: { cohortId: true } });
  if (!link) throw new NotFoundError('The link');
  const { count } = await tx.ltiPassback.updateMany({
    where: { linkId: id },
    data: { dueAt: now, sentPoints: null, requests: { increment: 1 } },
  });
  return { ...link, count };
}
