import { Injectable } from '@nestjs/common';
import {
  assignmentBySlug,
  cohortById,
  cohortWithDates,
  enrollmentPage,
  gradedAssignments,
  gradesOfCohort,
  setGradesHeld,
  studentsOfCohort,
} from '@holdout/db';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import { csvOf } from '../http/csv.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { CohortGradesType, GradesHeldInput } from './grades.types.js';

/** What the students of a cohort earned, and whether they may know. */
@Injectable()
export class GradesService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError, BadUserInputError */
  async ofCohort(
    operation: Operation,
    slug: string,
    { first, after }: { first: number; after: string | null },
  ): Promise<CohortGradesType> {
    const tx = await operation.tx();
    const cohort = await cohortWithDates(tx, slug);
    const { rows, hasNextPage } = await enrollmentPage(tx, cohort.id, {
      first: checkedPageSize(first),
      after,
    });
    const studentIds = rows.map(({ userId }) => userId);
    const grades = Map.groupBy(await gradesOfCohort(tx, cohort.id, studentIds), (grade) => grade.studentId);
    const nodes = await Promise.all(
      studentIds.map(async (studentId) => ({
        studentId,
        name: await this.names.of(operation, studentId),
        grades: grades.get(studentId) ?? [],
      })),
    );
    return {
      cohort,
      assignments: await gradedAssignments(tx, cohort.id),
      students: { nodes, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } },
    };
  }

  /** A gradebook: one row for each student; points, pass and days late of each assignment. @throws NotFoundError */
  async csv(operation: Operation, slug: string): Promise<string> {
    const tx = await operation.tx();
    const cohort = await cohortWithDates(tx, slug);
    const assignments = await gradedAssignments(tx, cohort.id);
    const grades = Map.groupBy(await gradesOfCohort(tx, cohort.id, null), (grade) => grade.studentId);
    const rows = (await studentsOfCohort(tx, cohort.id)).map(async (studentId) => {
      const own = new Map(grades.get(studentId)?.map((grade) => [grade.assignmentId, grade]));
      const cells = assignments.flatMap(({ id, slug: name }) => {
        const grade = own.get(id);
        return [
          [`${name} points`, grade?.points ?? null],
          [`${name} passed`, grade ? grade.isPassed : null],
          [`${name} days late`, grade?.daysLate ?? null],
        ];
      });
      return { studentId, student: await this.names.of(operation, studentId), ...Object.fromEntries(cells) };
    });
    const columns = assignments.flatMap(({ slug: name }) =>
      ['points', 'passed', 'days late'].map((what) => `${name} ${what}`),
    );
    return csvOf<Record<string, unknown>>(await Promise.all(rows), ['studentId', 'student', ...columns]);
  }

  /** @throws NotFoundError */
  async setHeld(operation: Operation, { cohortId, assignmentSlug, isHeld }: GradesHeldInput): Promise<true> {
    const tx = await operation.tx();
    const cohort = await cohortById(tx, cohortId);
    const { id: assignmentId } = await assignmentBySlug(tx, assignmentSlug);
    if (await setGradesHeld(tx, { cohortId: cohort.id, assignmentId, isHeld })) {
      await putOnRecord(operation, {
        action: isHeld ? 'grades.held' : 'grades.released',
        subjectType: 'assignment',
        subjectId: assignmentId,
        detail: { cohortId: cohort.id },
      });
    }
    return true;
  }
}
