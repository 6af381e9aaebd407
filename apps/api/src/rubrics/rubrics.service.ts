import { Injectable } from '@nestjs/common';
import {
  credentialsInForce,
  revisedRuns,
  reviseRubric,
  versionWithRubric,
  type RevisedCriterion,
} from '@holdout/db';
import { LEAST_CHANGE } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { levelsOf } from '../assignments/criterion-levels.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { changeHistogram } from './change-histogram.js';
import { checkRubric } from './rubric-rules.js';
import type { RubricInput } from './rubrics.inputs.js';
import type { RubricImpactType, RubricType } from './rubrics.types.js';

/** Certifications that a preview looks at. */
const MOST_RUNS = 5000;
const SHOWN = 100;
const MAX_REASON = 1000;

type Version = Awaited<ReturnType<typeof versionWithRubric>>;

/** Rubrics that are changed after work was scored: seen first, then put in force as a later version. */
@Injectable()
export class RubricsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
  ) {}

  /** @throws NotFoundError */
  async inForce(operation: Operation, slug: string): Promise<RubricType> {
    return toRubric(await versionWithRubric(await operation.tx(), slug));
  }

  /** @throws NotFoundError, BadUserInputError */
  async impact(operation: Operation, input: RubricInput): Promise<RubricImpactType> {
    const tx = await operation.tx();
    const version = await this.checked(operation, input);
    const runs = await revisedRuns(tx, version, toCriteria(input), MOST_RUNS);
    const changed = runs
      .map((run) => ({ ...run, change: run.after - run.before }))
      .filter(({ change, wasPassed, isPassed }) => Math.abs(change) > LEAST_CHANGE || wasPassed !== isPassed)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    return {
      runs: runs.length,
      raised: changed.filter(({ change }) => change > LEAST_CHANGE).length,
      lowered: changed.filter(({ change }) => change < -LEAST_CHANGE).length,
      newlyPassed: changed.filter(({ wasPassed, isPassed }) => isPassed && !wasPassed).length,
      noLongerPassed: changed.filter(({ wasPassed, isPassed }) => wasPassed && !isPassed).length,
      judgedAgain: runs.filter(({ isJudgedAgain }) => isJudgedAgain).length,
      credentials: await credentialsInForce(
        tx,
        runs.map(({ runId }) => runId),
      ),
      histogram: changeHistogram(runs.map(({ before, after }) => after - before)),
      changes: await Promise.all(
        changed.slice(0, SHOWN).map(async ({ studentId, ...run }) => ({
          ...run,
          student: await this.names.of(operation, studentId),
        })),
      ),
    };
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async revise(operation: Operation, input: RubricInput, given: string): Promise<RubricType> {
    const reason = checkedText(given, {
      field: 'reason',
      least: 1,
      limit: MAX_REASON,
      message: `Give a reason of 1 to ${MAX_REASON} characters.`,
    });
    const tx = await operation.tx();
    const version = await this.checked(operation, input);
    const { organization, userId } = await operation.member();
    const organizationId = organization.id;
    const criteria = toCriteria(input);
    const revision = await reviseRubric(tx, {
      organizationId,
      version,
      basis: input.basis,
      criteria,
      reason,
      revisedBy: userId,
    });
    await putOnRecord(operation, {
      action: 'rubric.revised',
      subjectType: 'rubric-version',
      subjectId: revision.rubricVersionId,
      detail: { assignment: input.assignmentSlug, version: revision.version, reason },
    });
    await rescoreLater(operation, this.queues, { kind: 'REVISED', subjectId: version.id, reason });
    return toRubric(await versionWithRubric(tx, input.assignmentSlug));
  }

  private async checked(operation: Operation, { assignmentSlug, criteria }: RubricInput): Promise<Version> {
    const version = await versionWithRubric(await operation.tx(), assignmentSlug);
    checkRubric(
      criteria,
      version.rubric.criteria.filter(({ mode }) => mode === 'AUTO').map(({ key }) => key),
    );
    return version;
  }
}

function toCriteria({ criteria }: RubricInput): RevisedCriterion[] {
  return criteria.map(({ title, levels, ...criterion }) => ({
    ...criterion,
    title: title.trim(),
    levels:
      criterion.mode === 'MANUAL' ? levels.map((level) => ({ ...level, label: level.label.trim() })) : null,
  }));
}

function toRubric({ assignment, version: assignmentVersion, rubric }: Version): RubricType {
  const { version, reason } = rubric;
  return {
    assignmentSlug: assignment.slug,
    assignmentTitle: assignment.title,
    assignmentVersion,
    version,
    reason,
    criteria: rubric.criteria.map((criterion) => ({ ...criterion, levels: levelsOf(criterion) })),
  };
}
