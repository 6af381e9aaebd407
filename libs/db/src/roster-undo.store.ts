import type { Role, RosterUndo } from '@holdout/domain';
import { recordAudits, type AuditEntry } from './audit.store.js';
import type { Tx } from './database.js';
import { enrollAll } from './organizations.store.js';
import { planEachTime } from './roster-imports.store.js';
import { rowsOf } from './rows-of.js';

/** What undoing an import does, or did, with one of its rows. */
export interface RosterUndoRow {
  line: number;
  role: Role;
  cohortId: string | null;
  effect: RosterUndo;
  /** The person, if they have an account. */
  userId: string | null;
  invitationId: string | null;
  /** The cohort that a redirected invitation led to before. */
  cohortBeforeId: string | null;
  /** The enrollment and membership that the import created and that still exist. */
  enrollmentId: string | null;
  membershipId: string | null;
}

/**
 * What undoing would do at this moment with each row that changed something. `viewerId` is the person who would undo
 * it.
 */
export async function judgedRosterRows(
  tx: Tx,
  { importId, viewerId }: { importId: string; viewerId: string },
): Promise<RosterUndoRow[]> {
  await planEachTime(tx);
  return rowsOf<RosterUndoRow>(tx)`
    WITH listed AS (
      SELECT r.organization_id, r.line, r.role, r.cohort_id, r.change, r.invitation_id, r.user_id AS known_id, r.cohort_before_id,
        j.id AS import_id, j.created_at AS imported_at, i.status, i.cohort_id AS leads_to, i.gave_membership_id, i.gave_enrollment_id,
        coalesce(i.accepted_by_id, r.user_id) AS user_id,
        (SELECT m.id FROM memberships m WHERE m.id = i.gave_membership_id) AS membership_id,
        CASE WHEN r.change = 'ENROLLED' THEN (
          SELECT e.id FROM enrollments e WHERE e.cohort_id = r.cohort_id AND e.user_id = r.user_id AND e.withdrawn_at IS NULL)
        ELSE (
          SELECT e.id FROM enrollments e WHERE e.id = i.gave_enrollment_id AND e.cohort_id = r.cohort_id AND e.withdrawn_at IS NULL)
        END AS enrollment_id
      FROM roster_rows r JOIN roster_imports j ON j.id = r.import_id LEFT JOIN invitations i ON i.id = r.invitation_id
      WHERE r.import_id = ${importId}::uuid AND r.change <> 'NONE'
    ), later AS (
      SELECT p.id FROM roster_imports p JOIN roster_imports j ON j.id = ${importId}::uuid
      WHERE (p.created_at, p.id) > (j.created_at, j.id) AND p.undone_at IS NULL
    ), tasks_of AS MATERIALIZED (
      SELECT c.id AS cohort_id, array_agg(t.id) AS ids FROM cohorts c
      JOIN stages st ON st.track_id = c.track_id JOIN assignments t ON t.stage_id = st.id
      WHERE c.id IN (SELECT cohort_id FROM listed) GROUP BY c.id
    ), known AS (
      SELECT l.*,
        EXISTS (
          SELECT 1 FROM roster_rows o WHERE o.invitation_id = l.invitation_id AND o.import_id IN (SELECT id FROM later)
        ) AS is_invited_again,
        EXISTS (
          SELECT 1 FROM roster_rows o WHERE o.organization_id = l.organization_id AND o.user_id = l.user_id AND o.role = l.role
            AND o.import_id IN (SELECT id FROM later)
        ) AS is_listed_again,
        EXISTS (
          SELECT 1 FROM roster_rows o WHERE o.organization_id = l.organization_id AND o.user_id = l.user_id
            AND o.cohort_id = l.cohort_id AND o.import_id IN (SELECT id FROM later)
        ) OR EXISTS (
          SELECT 1 FROM roster_rows o WHERE o.invitation_id = l.invitation_id AND o.cohort_id = l.cohort_id
            AND o.import_id IN (SELECT id FROM later)
        ) AS is_placed_again,
        EXISTS (
          SELECT 1 FROM submissions s
          WHERE s.organization_id = l.organization_id AND s.student_id = l.user_id AND s.created_at >= l.imported_at
            AND (l.cohort_id IS NULL OR s.assignment_id = ANY (tasks_of.ids))
        ) OR EXISTS (
          SELECT 1 FROM team_members m JOIN submissions s ON s.team_id = m.team_id
          WHERE m.user_id = l.user_id AND s.created_at >= l.imported_at
            AND (l.cohort_id IS NULL OR s.assignment_id = ANY (tasks_of.ids))
        ) AS has_worked
      FROM listed l LEFT JOIN tasks_of ON tasks_of.cohort_id = l.cohort_id
    )
    SELECT line, role::text AS role, cohort_id::text AS "cohortId", user_id::text AS "userId", invitation_id::text AS "invitationId",
      cohort_before_id::text AS "cohortBeforeId", enrollment_id::text AS "enrollmentId", membership_id::text AS "membershipId",
      CASE
        WHEN status = 'REVOKED' THEN 'CHANGED'
        WHEN status = 'PENDING' AND change = 'INVITED' THEN CASE WHEN is_invited_again THEN 'LISTED_AGAIN' ELSE 'WITHDRAWN' END
        WHEN status = 'PENDING' THEN CASE
          WHEN leads_to IS DISTINCT FROM cohort_id THEN 'CHANGED' WHEN is_invited_again THEN 'LISTED_AGAIN' ELSE 'LED_BACK' END
        -- Accepted by somebody who was here as something else.
        WHEN change = 'INVITED' AND known_id IS NOT NULL AND gave_membership_id IS NOT NULL THEN CASE
          WHEN membership_id IS NULL THEN 'CHANGED'
          WHEN is_listed_again OR is_invited_again THEN 'LISTED_AGAIN'
          WHEN role = 'ADMIN' AND user_id = ${viewerId}::uuid THEN 'YOURSELF'
          WHEN role = 'STUDENT' AND has_worked THEN 'WORKED'
          ELSE 'ROLE_TAKEN' END
        WHEN enrollment_id IS NULL THEN CASE WHEN change = 'INVITED' AND gave_enrollment_id IS NULL THEN 'JOINED' ELSE 'CHANGED' END
        WHEN is_placed_again THEN 'LISTED_AGAIN'
        WHEN has_worked THEN 'WORKED'
        WHEN cohort_before_id IS NOT NULL THEN 'LED_BACK'
        ELSE 'TAKEN_OUT'
      END AS effect
    FROM known ORDER BY line`;
}

/** What became of each row when the import was undone. */
export function undoneRosterRows(tx: Tx, importId: string): Promise<RosterUndoRow[]> {
  return rowsOf<RosterUndoRow>(tx)`
    SELECT r.line, r.role::text AS role, r.cohort_id::text AS "cohortId", coalesce(i.accepted_by_id, r.user_id)::text AS "userId",
      r.invitation_id::text AS "invitationId", r.cohort_before_id::text AS "cohortBeforeId", NULL AS "enrollmentId",
      NULL AS "membershipId", r.undo::text AS effect
    FROM roster_rows r LEFT JOIN invitations i ON i.id = r.invitation_id
    WHERE r.import_id = ${importId}::uuid AND r.undo IS NOT NULL ORDER BY r.line`;
}

interface Undoing {
  organizationId: string;
  importId: string;
  viewerId: string;
  reason: string;
  now: Date;
}

/**
 * Undoes whatever can be undone, and records the effect on each row. The caller holds the lock of the organization's
 * rosters.
 */
export async function undoRosterImport(
  tx: Tx,
  { organizationId, importId, viewerId, reason, now }: Undoing,
): Promise<RosterUndoRow[]> {
  // Locks the invitations, so that nobody can accept one after it was judged.
  await rowsOf(tx)`
    SELECT 1 FROM invitations WHERE id IN (
      SELECT invitation_id FROM roster_rows WHERE import_id = ${importId}::uuid AND change <> 'NONE') ORDER BY id FOR UPDATE`;
  const rows = await judgedRosterRows(tx, { importId, viewerId });
  const become = (effect: RosterUndo) => rows.filter((row) => row.effect === effect);
  await withdrawInvitations(tx, become('WITHDRAWN'));
  const back = become('LED_BACK');
  await leadBack(tx, back);
  const by = { organizationId, actorId: viewerId, importId, reason };
  const placesTaken = await takeOut(tx, [...back, ...become('TAKEN_OUT'), ...become('ROLE_TAKEN')], {
    ...by,
    now,
  });
  await putBack(tx, organizationId, back);
  const rolesTaken = await takeRoles(tx, become('ROLE_TAKEN'), by);
  await rowsOf(tx)`
    UPDATE roster_rows r SET undo = n.undo::"RosterUndo"
    FROM unnest(${rows.map(({ line }) => line)}::int[], ${rows.map(({ effect }) => effect)}::text[]) AS n(line, undo)
    WHERE r.import_id = ${importId}::uuid AND r.line = n.line`;
  await tx.rosterImport.update({
    where: { id: importId },
    data: { undoneAt: now, undoneById: viewerId, undoReason: reason },
  });
  // Last of all, because until the transaction ends nobody else can append to this log. Statements are still planned
  // each time: with a plan made while the log was short, finding the entry before each of ten thousand would read the
  // whole log.
  await recordAudits(tx, [...placesTaken, ...rolesTaken]);
  return rows;
}

async function withdrawInvitations(tx: Tx, rows: readonly RosterUndoRow[]): Promise<void> {
  await rowsOf(tx)`
    UPDATE invitations SET status = 'REVOKED' WHERE id = ANY(${rows.map(({ invitationId }) => invitationId)}::uuid[])`;
}

/** Redirects open invitations back to the cohort from before. */
async function leadBack(tx: Tx, rows: readonly RosterUndoRow[]): Promise<void> {
  await rowsOf(tx)`
    UPDATE invitations i SET cohort_id = n.cohort_id
    FROM unnest(${rows.map(({ invitationId }) => invitationId)}::uuid[], ${rows.map(({ cohortBeforeId }) => cohortBeforeId)}::uuid[])
      AS n(id, cohort_id)
    WHERE i.id = n.id AND i.status = 'PENDING'`;
}

/** Enrolls people who accepted in the meantime in the cohort from before. */
async function putBack(tx: Tx, organizationId: string, rows: readonly RosterUndoRow[]): Promise<void> {
  const places = rows.flatMap(({ enrollmentId, userId, cohortBeforeId: cohortId }) =>
    enrollmentId !== null && userId !== null && cohortId !== null ? [{ userId, cohortId }] : [],
  );
  await enrollAll(tx, organizationId, places);
}

interface OnRecord {
  organizationId: string;
  actorId: string;
  importId: string;
  reason: string;
}

/** Returns an audit entry for each, the same as if taken out by hand. */
async function takeOut(
  tx: Tx,
  rows: readonly RosterUndoRow[],
  { now, importId, reason, ...by }: OnRecord & { now: Date },
): Promise<AuditEntry[]> {
  const taken = rows.flatMap(({ enrollmentId, userId, cohortId }) =>
    enrollmentId === null || cohortId === null ? [] : [{ enrollmentId, userId, cohortId }],
  );
  await rowsOf(tx)`
    UPDATE enrollments SET withdrawn_at = ${now}
    WHERE id = ANY(${taken.map(({ enrollmentId }) => enrollmentId)}::uuid[])`;
  return taken.map(({ userId, cohortId }) => ({
    ...by,
    action: 'enrollment.withdrawn',
    subjectType: 'cohort',
    subjectId: cohortId,
    detail: { userId, importId, reason },
  }));
}

/** Returns an audit entry for each, as if taken away by hand, so that nobody gets the role back by signing in. */
async function takeRoles(
  tx: Tx,
  rows: readonly RosterUndoRow[],
  { importId, reason, ...by }: OnRecord,
): Promise<AuditEntry[]> {
  const taken = rows.flatMap(({ membershipId, ...row }) =>
    membershipId === null ? [] : [{ membershipId, ...row }],
  );
  await tx.membership.deleteMany({ where: { id: { in: taken.map(({ membershipId }) => membershipId) } } });
  return taken.map(({ membershipId, userId, role }) => ({
    ...by,
    action: 'membership.removed',
    subjectType: 'membership',
    subjectId: membershipId,
    detail: { userId, role, importId, reason },
  }));
}
