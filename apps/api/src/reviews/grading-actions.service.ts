import { Injectable } from '@nestjs/common';
import {
  addReviewComment,
  countReviewComments,
  deleteReviewComment,
  gradeBefore,
  holdRubric,
  newestGrades,
  openReview,
  recordGrade,
  rescoreRun,
  reviewPolicyOf,
  runById,
  runToReview,
  setReviewStatus,
} from '@holdout/db';
import { BadUserInputError, ConflictError, NotFoundError, REVIEW_LIMITS } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { assertNotOwn } from './review-access.js';
import { checkedComment, checkedLine, checkedPath } from './review-text.js';
import { levelsOf } from '../assignments/criterion-levels.js';
import type { GradeCriterionInput, ReviewCommentInput } from './reviews.inputs.js';

const MAX_COMMENTS = 500;

/** What a grader does to one run. Grades count once the review is finished; each step is on record. */
@Injectable()
export class GradingActionsService {
  /** @throws BadUserInputError, NotFoundError, ForbiddenError, ConflictError */
  async grade(operation: Operation, input: GradeCriterionInput): Promise<string> {
    const { run, organizationId, graderId, tx } = await this.subject(operation, input.runId);
    const criterion = run.assignmentVersion.rubric[0]?.criteria.find(
      ({ id, mode }) => id === input.criterionId && mode === 'MANUAL',
    );
    if (!criterion) throw new NotFoundError('The criterion');
    const levels = levelsOf(criterion);
    if (!levels.some(({ points }) => points === input.points)) {
      const known = levels.map(({ points, label }) => `${points} (${label})`).join(', ');
      throw new BadUserInputError(`"${criterion.title}" has the levels ${known}. Choose one of them.`, {
        field: 'points',
      });
    }
    const { gradersPerRun } = await reviewPolicyOf(tx, run.assignmentVersion.assignmentId);
    await openReview(tx, { organizationId, runId: run.id, graderId }, gradersPerRun);
    const comment = input.comment?.trim() ? checkedComment(input.comment, 'comment') : '';
    const subject = { runId: run.id, criterionId: criterion.id, graderId };
    const before = await gradeBefore(tx, subject);
    await recordGrade(tx, { organizationId, ...subject, points: input.points, comment });
    await putOnRecord(operation, {
      action: 'criterion.graded',
      subjectType: 'run',
      subjectId: run.id,
      detail: { criterion: criterion.key, before: before?.points ?? null, after: input.points },
    });
    return run.id;
  }

  /**
   * On record with the points before and after, and what was judged to make them so.
   * @throws ConflictError when a required criterion is open, or the review is finished already
   */
  async finish(operation: Operation, runId: string): Promise<string> {
    const { run, points, organizationId, graderId, tx } = await this.subject(operation, runId);
    const { gradersPerRun } = await reviewPolicyOf(tx, run.assignmentVersion.assignmentId);
    const review = await openReview(tx, { organizationId, runId: run.id, graderId }, gradersPerRun);
    const graded = new Map(
      (await newestGrades(tx, [run.id]))
        .filter((grade) => grade.graderId === graderId)
        .map((grade) => [grade.criterionId, grade]),
    );
    const manual = (run.assignmentVersion.rubric[0]?.criteria ?? []).filter(({ mode }) => mode === 'MANUAL');
    const open = manual.filter(({ id, isRequired }) => isRequired && !graded.has(id));
    if (open.length > 0)
      throw new ConflictError(`Choose a level first for: ${open.map(({ title }) => title).join('; ')}.`);
    if (graded.size === 0) throw new ConflictError('Choose a level for at least one criterion first.');
    await setReviewStatus(tx, review.id, 'FINISHED', operation.startedAt);
    const score = await rescoreRun(tx, { runId: run.id, cause: 'REVIEWED' });
    await putOnRecord(operation, {
      action: 'review.finished',
      subjectType: 'run',
      subjectId: run.id,
      detail: {
        before: points,
        after: score ? score.value : points,
        criteria: manual.flatMap(({ id, key }) => {
          const grade = graded.get(id);
          return grade ? [{ criterion: key, points: grade.points, comment: grade.comment }] : [];
        }),
      },
    });
    return run.id;
  }

  /**
   * The score stays as it is until the review is finished again.
   * @throws ConflictError when it is not finished; BadUserInputError without a reason, as a grade that stood may change
   */
  async reopen(operation: Operation, runId: string, given: string): Promise<string> {
    const { run, graderId, tx } = await this.subject(operation, runId);
    const reason = checkedText(given, {
      field: 'reason',
      least: 1,
      limit: REVIEW_LIMITS.reason,
      message: `Say in 1 to ${REVIEW_LIMITS.reason} characters why the review is opened again.`,
    });
    const own = run.reviews.find((review) => review.graderId === graderId);
    if (own?.status !== 'FINISHED') throw new ConflictError('You have no finished review of this run.');
    await setReviewStatus(tx, own.id, 'OPEN', operation.startedAt);
    await putOnRecord(operation, {
      action: 'review.reopened',
      subjectType: 'run',
      subjectId: run.id,
      detail: { reason },
    });
    return run.id;
  }

  /** @throws BadUserInputError, NotFoundError */
  async comment(operation: Operation, { runId, file, line, text }: ReviewCommentInput): Promise<string> {
    const { run, organizationId, graderId, tx } = await this.subject(operation, runId);
    if ((await countReviewComments(tx, run.id)) >= MAX_COMMENTS) {
      throw new ConflictError(
        `A run can have ${MAX_COMMENTS} comments at most. Delete one that is not needed.`,
        {
          limit: MAX_COMMENTS,
        },
      );
    }
    await addReviewComment(tx, {
      organizationId,
      runId: run.id,
      authorId: graderId,
      file: checkedPath(file),
      line: checkedLine(file, line),
      text: checkedComment(text, 'text'),
    });
    return run.id;
  }

  /** @throws NotFoundError for somebody else's */
  async uncomment(operation: Operation, id: string): Promise<string> {
    const { userId } = await operation.member();
    const { runId } = await deleteReviewComment(await operation.tx(), id, userId);
    return runId;
  }

  private async subject(operation: Operation, runId: string) {
    const member = await operation.member();
    const tx = await operation.tx();
    const { assignmentVersionId, scores } = await runById(tx, runId);
    await holdRubric(tx, assignmentVersionId);
    const run = await runToReview(tx, runId);
    await assertNotOwn(operation, run);
    return {
      run,
      tx,
      organizationId: member.organization.id,
      graderId: member.userId,
      /** The current points; null if nothing was scored. */
      points: scores[0]?.value ?? null,
    };
  }
}
