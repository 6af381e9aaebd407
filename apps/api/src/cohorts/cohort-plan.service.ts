import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  assignmentDates,
  leaveRescoringTask,
  cohortById,
  cohortWithDates,
  enrollmentPage,
  enrollmentsOf,
  grantExtension,
  groupsOf,
  recordAudit,
  setAssignmentDates,
  setLateDays,
} from '@holdout/db';
import type { LatePolicy } from '@holdout/domain';
import { JobQueues, rescore } from '@holdout/jobs';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type {
  AssignmentDatesInput,
  CohortPlanType,
  ExtensionInput,
  LateDaysInput,
} from './cohort-plan.types.js';
import { checkDates, checkedReason, checkExtension, checkLateDays, checkStudents } from './plan-rules.js';

/** When a cohort's assignments open, are due and close, and what single students are granted. */
@Injectable()
export class CohortPlanService {
  constructor(
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
  ) {}

  /** @throws NotFoundError */
  async plan(
    operation: Operation,
    slug: string,
    { first, after }: { first: number; after: string | null },
  ): Promise<CohortPlanType> {
    const tx = await operation.tx();
    const cohort = await cohortWithDates(tx, slug);
    const { rows, hasNextPage } = await enrollmentPage(tx, cohort.id, {
      first: checkedPageSize(first),
      after,
    });
    const nodes = await Promise.all(
      rows.map(async ({ id, userId, lateDaysLeft, extensions }) => ({
        enrollmentId: id,
        studentId: userId,
        name: await this.names.of(operation, userId),
        lateDaysLeft,
        extensions: await Promise.all(
          extensions.map(async ({ grantedById, ...extension }) => ({
            ...extension,
            grantedBy: await this.names.of(operation, grantedById),
          })),
        ),
      })),
    );
    return {
      cohort,
      timeZone: cohort.timeZone,
      dates: cohort.openings.map(({ latePolicy, ...opening }) => ({
        ...opening,
        latePolicy: latePolicy as LatePolicy | null,
      })),
      students: { nodes, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } },
    };
  }

  /** Work that was handed in already is judged by the new dates. @throws BadUserInputError, NotFoundError */
  async setDates(operation: Operation, input: AssignmentDatesInput): Promise<true> {
    checkDates(input);
    const reason = checkedReason(input.reason);
    const tx = await operation.tx();
    const { organization } = await operation.member();
    const cohort = await cohortById(tx, input.cohortId);
    const { id: assignmentId } = await assignmentBySlug(tx, input.assignmentSlug);
    const { opensAt, dueAt, closesAt, latePolicy } = input;
    const dates = {
      ...{ opensAt: opensAt ?? null, dueAt: dueAt ?? null, closesAt: closesAt ?? null },
      latePolicy: latePolicy ? { ...latePolicy } : null,
    };
    const place = { cohortId: cohort.id, assignmentId };
    const before = await assignmentDates(tx, place);
    await setAssignmentDates(tx, { organizationId: organization.id, ...place, ...dates });
    await this.audit(operation, 'assignment-dates.changed', assignmentId, {
      ...{ cohortId: cohort.id, before, after: dates, reason },
    });
    await this.settleLater(operation, organization.id, assignmentId);
    return true;
  }

  /** @throws BadUserInputError, NotFoundError */
  async extend(operation: Operation, input: ExtensionInput): Promise<true> {
    checkExtension(input);
    const reason = checkedReason(input.reason);
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const cohort = await cohortById(tx, input.cohortId);
    const { id: assignmentId } = await assignmentBySlug(tx, input.assignmentSlug);
    const { dueAt, extraCertifications } = input;
    const { enrollments, studentIds, groups } = await this.recipients(operation, input);
    for (const { id: enrollmentId } of enrollments) {
      await grantExtension(tx, {
        ...{ organizationId: organization.id, enrollmentId, assignmentId, grantedById: userId },
        ...{ dueAt: dueAt ?? null, extraCertifications, reason },
      });
    }
    await this.audit(operation, 'extension.granted', assignmentId, {
      ...{ cohortId: cohort.id, studentIds, groups, dueAt, extraCertifications, reason },
    });
    await this.settleLater(operation, organization.id, assignmentId);
    return true;
  }

  /** On record with what each student had before, and why. @throws BadUserInputError, NotFoundError */
  async setLateDays(operation: Operation, input: LateDaysInput): Promise<true> {
    checkLateDays(input);
    const reason = checkedReason(input.reason);
    const tx = await operation.tx();
    const cohort = await cohortById(tx, input.cohortId);
    const { enrollments, groups } = await this.recipients(operation, input);
    await setLateDays(
      tx,
      enrollments.map(({ id }) => id),
      input.days,
    );
    await this.audit(operation, 'late-days.changed', cohort.id, {
      changes: enrollments.map(({ userId, lateDaysLeft }) => ({
        ...{ studentId: userId, before: lateDaysLeft, after: input.days },
      })),
      ...{ groups, reason },
    });
    return true;
  }

  /** Students, and those who are in groups, each once; the names of the groups for the record. @throws BadUserInputError, NotFoundError */
  private async recipients(
    operation: Operation,
    { cohortId, studentIds: alone, groupIds }: Pick<ExtensionInput, 'cohortId' | 'studentIds' | 'groupIds'>,
  ) {
    const tx = await operation.tx();
    const groups = await groupsOf(tx, cohortId, groupIds ?? []);
    const grouped = groups.flatMap(({ members }) => members.map(({ enrollment }) => enrollment.userId));
    const studentIds = [...new Set([...alone, ...grouped])];
    checkStudents(studentIds);
    return {
      studentIds,
      groups: groups.length > 0 ? groups.map(({ name }) => name) : null,
      enrollments: await enrollmentsOf(tx, cohortId, studentIds),
    };
  }

  private async settleLater(
    operation: Operation,
    organizationId: string,
    assignmentId: string,
  ): Promise<void> {
    const tx = await operation.tx();
    const id = await leaveRescoringTask(tx, { organizationId, kind: 'LATENESS', subjectId: assignmentId });
    operation.afterCommit(() => rescore.add(this.queues, { organizationId, id }));
  }

  private async audit(
    operation: Operation,
    action: string,
    subjectId: string,
    detail: object,
  ): Promise<void> {
    const { organization, userId } = await operation.member();
    await recordAudit(await operation.tx(), {
      organizationId: organization.id,
      actorId: userId,
      action,
      subjectType: action === 'late-days.changed' ? 'cohort' : 'assignment',
      subjectId,
      detail,
    });
  }
}
