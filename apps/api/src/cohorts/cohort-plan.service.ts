import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  assignmentDates,
  cohortById,
  cohortWithDates,
  enrollmentPage,
  setAssignmentDates,
  withdrawEnrollment,
} from '@holdout/db';
import type { LatePolicy } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { AssignmentDatesInput, CohortPlanType } from './cohort-plan.types.js';
import { checkDates, checkedReason } from './plan-rules.js';

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
      rows.map(async ({ id, userId, lateDaysLeft, extensions, groups: ofGroups }) => ({
        enrollmentId: id,
        studentId: userId,
        name: await this.names.of(operation, userId),
        lateDaysLeft,
        extensions: await this.shown(operation, [
          ...extensions.map((extension) => ({ ...extension, groupName: null })),
          ...ofGroups.flatMap(({ group }) =>
            group.extensions.map((extension) => ({ ...extension, groupName: group.name })),
          ),
        ]),
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
      opensAt: opensAt ?? null,
      dueAt: dueAt ?? null,
      closesAt: closesAt ?? null,
      latePolicy: latePolicy ? { ...latePolicy } : null,
    };
    const place = { cohortId: cohort.id, assignmentId };
    const before = await assignmentDates(tx, place);
    await setAssignmentDates(tx, { organizationId: organization.id, ...place, ...dates });
    await putOnRecord(operation, {
      action: 'assignment-dates.changed',
      subjectType: 'assignment',
      subjectId: assignmentId,
      detail: { cohortId: cohort.id, before, after: dates, reason },
    });
    await rescoreLater(operation, this.queues, { kind: 'LATENESS', subjectId: assignmentId, reason });
    return true;
  }

  /** What they handed in stays. @throws NotFoundError, BadUserInputError */
  async withdrawStudent(operation: Operation, enrollmentId: string, entered: string): Promise<true> {
    const tx = await operation.tx();
    const student = await withdrawEnrollment(tx, enrollmentId, operation.startedAt);
    const reason = checkedReason(entered);
    await putOnRecord(operation, {
      action: 'enrollment.withdrawn',
      subjectType: 'cohort',
      subjectId: student.cohortId,
      detail: { userId: student.userId, reason },
    });
    return true;
  }

  private shown<Row extends { grantedById: string }>(operation: Operation, extensions: readonly Row[]) {
    return Promise.all(
      extensions.map(async ({ grantedById, ...extension }) => ({
        ...extension,
        grantedBy: await this.names.of(operation, grantedById),
      })),
    );
  }
}
