import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  assignmentDates,
  cohortById,
  enrollmentsOf,
  grantExtension,
  grantGroupExtension,
  groupsOf,
  setGroupLateDays,
  setLateDays,
  withdrawExtensions,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import type { ExtensionInput, ExtensionWithdrawalInput, LateDaysInput } from './cohort-plan.types.js';
import { checkedReason, checkExtension, checkLateDays, checkLater, checkStudents } from './plan-rules.js';

type To = Pick<ExtensionInput, 'cohortId' | 'studentIds' | 'groupIds'>;
interface Extension {
  assignmentId: string;
  dueAt: Date | null;
  extraCertifications: number;
}

/** What students and groups are granted beyond their cohort. A group's extension applies to whoever is in it. */
@Injectable()
export class ExtensionsService {
  constructor(private readonly queues: JobQueues) {}

  /** @throws BadUserInputError, NotFoundError */
  async extend(operation: Operation, input: ExtensionInput): Promise<true> {
    checkExtension(input);
    const reason = checkedReason(input.reason);
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const cohort = await cohortById(tx, input.cohortId);
    const { id: assignmentId } = await assignmentBySlug(tx, input.assignmentSlug);
    const { dueAt = null, extraCertifications } = input;
    if (dueAt) {
      const dates = await assignmentDates(tx, { cohortId: cohort.id, assignmentId });
      checkLater(dueAt, { cohortDueAt: dates?.dueAt ?? null, now: operation.startedAt });
    }
    const { enrollments, groups } = await this.recipients(operation, input);
    const granted = { dueAt, extraCertifications, reason, grantedById: userId };
    const place = { organizationId: organization.id, assignmentId };
    for (const { id } of enrollments) await grantExtension(tx, { ...place, enrollmentId: id, ...granted });
    for (const { id } of groups) await grantGroupExtension(tx, { ...place, groupId: id, ...granted });
    await putOnRecord(operation, {
      action: 'extension.granted',
      subjectType: 'assignment',
      subjectId: assignmentId,
      detail: {
        cohortId: cohort.id,
        ...before(assignmentId, enrollments, groups),
        dueAt,
        extraCertifications,
        reason,
      },
    });
    await rescoreLater(operation, this.queues, { kind: 'LATENESS', subjectId: assignmentId, reason });
    return true;
  }

  /** @throws BadUserInputError; NotFoundError where nothing of it was granted */
  async withdraw(operation: Operation, input: ExtensionWithdrawalInput): Promise<true> {
    const reason = checkedReason(input.reason);
    const tx = await operation.tx();
    const cohort = await cohortById(tx, input.cohortId);
    const { id: assignmentId } = await assignmentBySlug(tx, input.assignmentSlug);
    const { enrollments, groups } = await this.recipients(operation, input);
    const withdrawn = await withdrawExtensions(tx, {
      assignmentId,
      enrollmentIds: enrollments.map(({ id }) => id),
      groupIds: groups.map(({ id }) => id),
    });
    if (withdrawn === 0) throw new NotFoundError('An extension of theirs');
    await putOnRecord(operation, {
      action: 'extension.withdrawn',
      subjectType: 'assignment',
      subjectId: assignmentId,
      detail: { cohortId: cohort.id, ...before(assignmentId, enrollments, groups), reason },
    });
    await rescoreLater(operation, this.queues, { kind: 'LATENESS', subjectId: assignmentId, reason });
    return true;
  }

  /**
   * Sets the late days of students, and of those in groups, at once. Recorded with what each had before, and why.
   * @throws BadUserInputError, NotFoundError
   */
  async setLateDays(operation: Operation, input: LateDaysInput): Promise<true> {
    checkLateDays(input);
    const reason = checkedReason(input.reason);
    const { days } = input;
    const tx = await operation.tx();
    const cohort = await cohortById(tx, input.cohortId);
    const { enrollments: alone, groups } = await this.recipients(operation, input);
    const grouped = groups.flatMap(({ members }) => members.map(({ enrollment }) => enrollment.userId));
    const studentIds = [...new Set([...alone.map(({ userId }) => userId), ...grouped])];
    const enrollments = await enrollmentsOf(tx, cohort.id, studentIds);
    await setLateDays(
      tx,
      enrollments.map(({ id }) => id),
      days,
    );
    await setGroupLateDays(
      tx,
      groups.map(({ id }) => id),
      days,
    );
    await putOnRecord(operation, {
      action: 'late-days.changed',
      subjectType: 'cohort',
      subjectId: cohort.id,
      detail: {
        changes: enrollments.map(({ userId, lateDaysLeft }) => ({
          studentId: userId,
          before: lateDaysLeft,
          after: days,
        })),
        groups: groups.length > 0 ? groups.map(({ name }) => name) : null,
        reason,
      },
    });
    return true;
  }

  /**
   * The given students, and the given groups with their current members.
   * @throws BadUserInputError, NotFoundError
   */
  private async recipients(operation: Operation, { cohortId, studentIds, groupIds }: To) {
    const tx = await operation.tx();
    const groups = await groupsOf(tx, cohortId, groupIds ?? []);
    if (studentIds.length > 0 || groups.length === 0) checkStudents(studentIds);
    return { groups, enrollments: await enrollmentsOf(tx, cohortId, studentIds) };
  }
}

/** The people a change is for, and what each had before. */
function before(
  assignmentId: string,
  enrollments: readonly { userId: string; extensions: Extension[] }[],
  groups: readonly { name: string; extensions: Extension[] }[],
) {
  const had = (extensions: readonly Extension[]) => {
    const own = extensions.find((extension) => extension.assignmentId === assignmentId);
    return own ? { dueAt: own.dueAt, extraCertifications: own.extraCertifications } : null;
  };
  return {
    students: enrollments.map(({ userId, extensions }) => ({ studentId: userId, before: had(extensions) })),
    groups: groups.map(({ name, extensions }) => ({ name, before: had(extensions) })),
  };
}
