import type { Tx } from './database.js';
import { ltiAccountsOf } from './lti-launches.store.js';
import { refuseLastAdministrator } from './memberships.store.js';
import { cancelRun } from './runs.store.js';
import { leaveOpenTeams } from './teams.store.js';
import { ownOrTeams } from './work-holders.js';

/** A person within one organization. */
interface Person {
  organizationId: string;
  userId: string;
}

const attemptOnly = { kind: { not: 'REPRODUCTION' as const } };

/** What a person or a team-mate handed in, oldest first, with the ids of its runs. */
export async function ownSubmissions(tx: Tx, { userId }: Person) {
  return tx.submission.findMany({
    where: await ownOrTeams(tx, userId),
    include: {
      assignment: { select: { slug: true } },
      runs: { where: attemptOnly, select: { id: true }, orderBy: { queuedAt: 'asc' } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Files that a person's runs left and that still exist, except those made from hidden rows. */
export async function ownArtifacts(tx: Tx, { userId }: Person) {
  return tx.runArtifact.findMany({
    where: { run: { ...(await ownOrTeams(tx, userId)), ...attemptOnly }, isHidden: false, deletedAt: null },
    orderBy: [{ runId: 'asc' }, { name: 'asc' }],
  });
}

/** Everything else that an organization stores about a person and that they may read. */
export async function ownRecords(tx: Tx, { userId }: Person) {
  const assignment = { select: { slug: true } };
  const granted = { assignmentId: true, dueAt: true, extraCertifications: true, reason: true };
  return {
    roles: await tx.membership.findMany({
      where: { userId },
      select: { role: true, createdAt: true },
    }),
    enrollments: await tx.enrollment.findMany({
      where: { userId },
      select: {
        cohort: { select: { slug: true, name: true } },
        createdAt: true,
        withdrawnAt: true,
        lateDaysLeft: true,
        lateDayUses: { select: { assignmentId: true, days: true } },
        extensions: { select: granted },
        groups: { select: { group: { select: { name: true, extensions: { select: granted } } } } },
      },
    }),
    teams: await tx.teamMember.findMany({
      where: { userId },
      select: { joinedAt: true, team: { select: { name: true, frozenAt: true, assignment } } },
      orderBy: { joinedAt: 'asc' },
    }),
    pseudonym: (await tx.pseudonym.findFirst({ where: { userId }, select: { name: true } }))?.name ?? null,
    mailedNotifications: (await tx.notificationMail.findMany({ where: { userId } })).map(({ kind }) => kind),
    notifications: await tx.notification.findMany({
      where: { userId },
      select: { kind: true, runId: true, createdAt: true, readAt: true, assignment },
      orderBy: { createdAt: 'asc' },
    }),
    drawings: await tx.drawing.findMany({
      where: { studentId: userId },
      select: { nodes: true, edges: true, savedAt: true, assignment },
    }),
    lessons: await tx.lessonReading.findMany({
      where: { userId },
      select: { version: true, begunAt: true, text: { select: { title: true } } },
      orderBy: { begunAt: 'asc' },
    }),
    portfolio: await tx.portfolio.findFirst({
      where: { studentId: userId },
      include: {
        items: true,
        links: {
          select: {
            label: true,
            createdAt: true,
            expiresAt: true,
            revokedAt: true,
            views: { select: { viewedAt: true } },
          },
        },
      },
    }),
    contactRequests: {
      received: await tx.$queryRaw`
        SELECT organization_name AS "organizationName", message, status::text AS status, created_at AS "createdAt"
        FROM contact_requests_to_viewer()`,
      sent: await tx.contactRequest.findMany({
        where: { managerId: userId },
        select: { message: true, status: true, createdAt: true },
      }),
    },
    impersonations: await tx.impersonation.findMany({
      where: { studentId: userId },
      select: { reason: true, startedAt: true, expiresAt: true, endedAt: true },
      orderBy: { startedAt: 'asc' },
    }),
    // The learning platforms through which they sign in and are graded.
    platforms: await ltiAccountsOf(tx, userId),
    // That they were compared, but never with whom, because the rest of a report is about others.
    comparisons: await tx.$queryRaw`
      SELECT a.slug AS assignment, w.run_id::text AS "runId", r.created_at AS "comparedAt"
      FROM similarity_works w
      JOIN similarity_reports r ON r.id = w.report_id
      JOIN assignments a ON a.id = r.assignment_id
      WHERE w.student_id = ${userId}::uuid ORDER BY r.created_at, w.run_id`,
    activity: await tx.auditEvent.findMany({
      where: { actorId: userId },
      select: { action: true, subjectType: true, subjectId: true, createdAt: true },
      orderBy: { id: 'asc' },
    }),
  };
}

/** @throws ConflictError where the person is the organization's last administrator */
export async function refuseLeaving(tx: Tx, { organizationId, userId }: Person): Promise<void> {
  const isAdmin = await tx.membership.findFirst({ where: { userId, role: 'ADMIN' }, select: { id: true } });
  if (isAdmin) await refuseLastAdministrator(tx, organizationId);
}

/**
 * Removes a person from an organization. What is about them is deleted; what they handed in and its results stay without a
 * name. Leaving again changes nothing.
 * @throws ConflictError where they are the last administrator
 */
export async function leaveOrganization(tx: Tx, person: Person, now: Date): Promise<void> {
  const { userId } = person;
  await refuseLeaving(tx, person);
  const unfinished = await tx.run.findMany({
    where: { studentId: userId, status: { not: 'FINISHED' } },
    select: { id: true },
  });
  for (const { id } of unfinished) await cancelRun(tx, id, now);
  // Nobody can fetch them here any more; files saved earlier remain valid.
  await tx.credential.updateMany({ where: { studentId: userId, isShared: true }, data: { isShared: false } });
  await leaveOpenTeams(tx, userId);
  await tx.enrollment.updateMany({ where: { userId, withdrawnAt: null }, data: { withdrawnAt: now } });
  // Hiring managers' shortlist entries, notes and requests are deleted with it.
  await tx.portfolio.deleteMany({ where: { studentId: userId } });
  await tx.shortlistEntry.deleteMany({ where: { managerId: userId } });
  await tx.contactRequest.deleteMany({ where: { managerId: userId } });
  await tx.drawing.deleteMany({ where: { studentId: userId } });
  await tx.lessonReading.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.notificationMail.deleteMany({ where: { userId } });
  await tx.pseudonym.deleteMany({ where: { userId } });
  await tx.ltiPassback.deleteMany({ where: { studentId: userId } });
  await tx.ltiLaunch.deleteMany({ where: { userId } });
  await tx.ltiAccount.deleteMany({ where: { userId } });
  // The next sweep deletes its bytes.
  await tx.upload.updateMany({ where: { userId, consumedAt: null }, data: { expiresAt: now } });
  await tx.membership.deleteMany({ where: { userId } });
}
