import { latestVersion, assignmentBySlug } from './assignments.store.js';
import { studentPolicy } from './attempts.store.js';
import { newId } from './ids.js';
import type { Tx } from './database.js';

interface Grant {
  organizationId: string;
  assignmentSlug: string;
  studentId: string;
  grantedById: string;
  reason: string;
  now: Date;
}

/**
 * Makes sure that a student has a certification attempt left, by granting as many as are missing, so that they have
 * at most one more than they have used. Returns how many attempts they now have beyond the assignment's own.
 * @throws NotFoundError, NotEnrolledError
 */
export async function ensureCertificationLeft(tx: Tx, grant: Grant): Promise<number> {
  const { organizationId, studentId, grantedById, reason, now } = grant;
  const assignment = await assignmentBySlug(tx, grant.assignmentSlug);
  const version = await latestVersion(tx, assignment.id);
  if (!version) return 0;
  const { counts, rules, extra, enrollmentId } = await studentPolicy(tx, {
    assignment,
    version,
    studentId,
    now,
  });
  const missing = counts.certifications + 1 - rules.certification;
  if (missing <= 0) return extra;
  const extraCertifications = extra + missing;
  await tx.extension.upsert({
    where: { enrollmentId_assignmentId: { enrollmentId, assignmentId: assignment.id } },
    create: {
      id: newId(),
      organizationId,
      enrollmentId,
      assignmentId: assignment.id,
      extraCertifications,
      reason,
      grantedById,
    },
    update: { extraCertifications },
  });
  return extraCertifications;
}
