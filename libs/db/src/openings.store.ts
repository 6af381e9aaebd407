import type { LatePolicy, Opening } from '@holdout/domain';
import type { Tx } from './database.js';

/** A student's place in the cohort through which they work on an assignment, with the dates that hold for them. */
export interface StudentOpening {
  enrollmentId: string;
  opening: Opening;
  timeZone: string;
  /** Certification attempts granted beyond the assignment's own. */
  extraCertifications: number;
  /** Pooled late days that may still pay for lateness of this assignment, those it has used included. */
  lateDays: number;
}

interface Subject {
  assignment: { id: string; stage: { trackId: string } };
  studentId: string;
}

/** Null when no cohort of the student takes the assignment's track. The newest enrollment counts. */
export async function openingOf(tx: Tx, { assignment, studentId }: Subject): Promise<StudentOpening | null> {
  const enrollment = await tx.enrollment.findFirst({
    where: {
      userId: studentId,
      withdrawnAt: null,
      cohort: { archivedAt: null, trackId: assignment.stage.trackId },
    },
    include: {
      cohort: { include: { openings: { where: { assignmentId: assignment.id } } } },
      extensions: { where: { assignmentId: assignment.id } },
      lateDayUses: { where: { assignmentId: assignment.id } },
    },
    orderBy: { createdAt: 'desc' },
  });
  if (!enrollment) return null;
  const { cohort } = enrollment;
  const [opening, extension, use] = [cohort.openings[0], enrollment.extensions[0], enrollment.lateDayUses[0]];
  return {
    enrollmentId: enrollment.id,
    opening: {
      opensAt: opening?.opensAt ?? cohort.startsAt,
      dueAt: opening?.dueAt ?? null,
      closesAt: opening?.closesAt ?? cohort.endsAt,
      extendedDueAt: extension?.dueAt ?? null,
      latePolicy: (opening?.latePolicy as LatePolicy | null | undefined) ?? null,
    },
    timeZone: cohort.timeZone,
    extraCertifications: extension?.extraCertifications ?? 0,
    lateDays: enrollment.lateDaysLeft + (use?.days ?? 0),
  };
}
