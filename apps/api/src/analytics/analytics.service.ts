import { Injectable } from '@nestjs/common';
import {
  cohortAssignments,
  cohortCounts,
  cohortSkills,
  cohortStages,
  cohortWithDates,
  commonFailures,
  studentsAtRisk,
  weakSlices,
} from '@holdout/db';
import { skillPointsOf } from '../graphql/skill-points.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';

/** Longest list of a page; the files have everything. */
const LONGEST = 100;
const FAILURES = 20;

/** A slice says something about teaching when it is worse for nearly all of at least a few students. */
const WEAK = { atLeast: 3, share: 0.8, limit: 20 };

/** How a cohort is doing. Every figure is computed by the database, for the moment of asking. */
@Injectable()
export class AnalyticsService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError */
  async overview(operation: Operation, slug: string) {
    const tx = await operation.tx();
    const cohort = await cohortWithDates(tx, slug);
    return { cohort, ...(await cohortCounts(tx, cohort.id)) };
  }

  async stages(operation: Operation, cohortId: string) {
    return cohortStages(await operation.tx(), cohortId);
  }

  async assignments(operation: Operation, cohortId: string) {
    return cohortAssignments(await operation.tx(), cohortId);
  }

  async failures(operation: Operation, cohortId: string) {
    return commonFailures(await operation.tx(), cohortId, FAILURES);
  }

  async weakSlices(operation: Operation, cohortId: string) {
    return weakSlices(await operation.tx(), cohortId, WEAK);
  }

  async skills(operation: Operation, cohortId: string) {
    const rows = await cohortSkills(await operation.tx(), cohortId, LONGEST);
    return Promise.all(
      rows.map(async ({ studentId, mean, points }) => ({
        studentId,
        name: await this.names.of(operation, studentId),
        mean,
        skills: skillPointsOf(points),
      })),
    );
  }

  async atRisk(operation: Operation, cohortId: string) {
    const tx = await operation.tx();
    const rows = await studentsAtRisk(tx, cohortId, { now: operation.startedAt, limit: LONGEST });
    return Promise.all(
      rows.map(async ({ studentId, reasons }) => ({
        studentId,
        name: await this.names.of(operation, studentId),
        risks: reasons.map(({ since, ...risk }) => ({ ...risk, since: new Date(since) })),
      })),
    );
  }
}
