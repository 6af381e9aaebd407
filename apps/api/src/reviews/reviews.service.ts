import { Injectable } from '@nestjs/common';
import {
  doubleGrades,
  membersWithRole,
  newestGrades,
  nextToReview,
  releasedReviews,
  reviewCommentsOf,
  reviewPolicyOf,
  reviewProgress,
  reviewQueueRow,
  runToReview,
  savedCommentsOf,
  teamNamesOf,
  type ReviewQueuePlace,
  type WorkHolder,
} from '@holdout/db';
import { cohensKappa, type ReviewFilter } from '@holdout/domain';
import { assignmentById, assignmentNamed } from '../assignments/assignment-loaders.js';
import { noteStaffAccess } from '../audit/staff-access.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { reviewPolicy, reviewQueuePart } from './queue-loaders.js';
import { assertNotOwn, GRADERS } from './review-access.js';
import { codeName } from './review-names.js';
import { toComments, toReview, type ReviewParent } from './review-view.js';
import type {
  GraderType,
  ReviewAgreementType,
  ReviewCommentType,
  ReviewItemConnectionType,
  ReviewPlaceType,
  ReviewQueueType,
  SourceFileType,
} from './reviews.types.js';
import { SourceFiles } from './source-files.js';

/** What graders read: queues, one run with its files, how far they agree. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly sources: SourceFiles,
  ) {}

  /** Assignments with manual criteria and runs that count. */
  async queues(operation: Operation): Promise<ReviewQueueType[]> {
    const { userId } = await operation.member();
    const progress = await reviewProgress(await operation.tx(), userId);
    const queues = await Promise.all(
      progress.map(async ({ assignmentId, ...counts }) => {
        const [assignment, policy] = await Promise.all([
          operation.shared(assignmentById).load(assignmentId),
          operation.shared(reviewPolicy).load(assignmentId),
        ]);
        return assignment && { assignment, ...counts, policy };
      }),
    );
    return queues.filter((queue) => queue !== null);
  }

  /** Oldest submission first. @throws NotFoundError */
  async queue(
    operation: Operation,
    slug: string,
    { filter, first, after }: { filter: ReviewFilter; first: number; after: string | null },
  ): Promise<ReviewItemConnectionType> {
    const assignment = await operation.shared(assignmentNamed).load(slug);
    const policy = await operation.shared(reviewPolicy).load(assignment.id);
    const { rows, hasNextPage } = await operation.shared(reviewQueuePart).load({
      assignmentId: assignment.id,
      gradersPerRun: policy.gradersPerRun,
      page: { filter, first: checkedPageSize(first), after },
    });
    const nodes = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        student: policy.isAnonymous
          ? codeName(row.runId)
          : nameOfHolder(this.names.opened(row.studentId, row), row.teamName),
        graders: await Promise.all(row.graderIds.map((id) => this.names.of(operation, id))),
        mine: stateOf(row),
      })),
    );
    return { nodes, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.runId ?? null } };
  }

  /** @throws NotFoundError; ForbiddenError for the viewer's own work */
  async review(operation: Operation, runId: string): Promise<ReviewParent> {
    const member = await operation.member();
    const tx = await operation.tx();
    const run = await runToReview(tx, runId);
    await assertNotOwn(operation, run);
    const { studentId } = run;
    await noteStaffAccess(tx, operation, { action: 'review.opened', runId: run.id, studentId });
    const { assignment } = run.assignmentVersion;
    const policy = await reviewPolicyOf(tx, assignment.id);
    const grades = (await newestGrades(tx, [run.id])).filter(({ graderId }) => graderId === member.userId);
    const student = policy.isAnonymous ? codeName(run.id) : await this.holderName(operation, run);
    const authors = await this.namesOf(
      operation,
      run.reviewComments.map(({ authorId }) => authorId),
    );
    return toReview(run, { viewerId: member.userId, student, authors, grades });
  }

  /** Students wait for a finished review that is not held; staff see every comment. */
  async commentsOf(operation: Operation, runId: string): Promise<ReviewCommentType[]> {
    const member = await operation.member();
    const tx = await operation.tx();
    if (!isStaff(member) && !(await releasedReviews(tx, [runId])).has(runId)) return [];
    const comments = await reviewCommentsOf(tx, [runId]);
    const authors = await this.namesOf(
      operation,
      comments.map(({ authorId }) => authorId),
    );
    return toComments(comments, authors, member.userId);
  }

  files(operation: Operation, { sourceDigest }: ReviewParent): Promise<SourceFileType[]> {
    return this.sources.of(operation, sourceDigest);
  }

  /** Null where another run of the student counts. */
  async place(operation: Operation, { assignmentId, runId }: ReviewParent): Promise<ReviewPlaceType | null> {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    const { gradersPerRun } = await reviewPolicyOf(tx, assignmentId);
    const subject = { assignmentId, graderId: userId, gradersPerRun };
    const row = await reviewQueueRow(tx, subject, runId);
    return row && placeOf(row, await nextToReview(tx, subject, row));
  }

  /** Where to begin: the first run that needs the viewer; null when none does. @throws NotFoundError */
  async first(operation: Operation, slug: string): Promise<string | null> {
    const assignment = await operation.shared(assignmentNamed).load(slug);
    const { gradersPerRun } = await operation.shared(reviewPolicy).load(assignment.id);
    const part = { assignmentId: assignment.id, gradersPerRun, page: null };
    return (await operation.shared(reviewQueuePart).load(part)).firstRunId ?? null;
  }

  /** Per manual criterion that two people graded. @throws NotFoundError */
  async agreement(operation: Operation, slug: string): Promise<ReviewAgreementType[]> {
    const tx = await operation.tx();
    const assignment = await operation.shared(assignmentNamed).load(slug);
    const pairs = await doubleGrades(tx, assignment.id);
    return [...pairs].flatMap(([criterionKey, { title, levels }]) => {
      const agreement = cohensKappa(levels);
      return agreement ? [{ criterionKey, title, ...agreement }] : [];
    });
  }

  async graders(operation: Operation): Promise<GraderType[]> {
    const ids = await membersWithRole(await operation.tx(), GRADERS);
    const names = await this.namesOf(operation, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }

  /** @throws NotFoundError */
  async savedComments(operation: Operation, slug: string) {
    const tx = await operation.tx();
    const assignment = await operation.shared(assignmentNamed).load(slug);
    return savedCommentsOf(tx, assignment.id);
  }

  private async holderName(operation: Operation, { studentId, teamId }: WorkHolder): Promise<string> {
    const team = teamId && (await teamNamesOf(await operation.tx(), [teamId])).get(teamId);
    return nameOfHolder(await this.names.of(operation, studentId), team);
  }

  private async namesOf(operation: Operation, userIds: readonly string[]): Promise<Map<string, string>> {
    const ids = [...new Set(userIds)];
    const names = await Promise.all(ids.map((id) => this.names.of(operation, id)));
    return new Map(ids.map((id, index) => [id, names[index] ?? '']));
  }
}

/** The owner of the work, as graders read it: the student, or the team and who handed it in. */
function nameOfHolder(student: string, team: string | null | undefined): string {
  return team ? `${team} (${student})` : student;
}

function stateOf({ isMine, isMineFinished }: ReviewQueuePlace) {
  if (isMineFinished) return 'FINISHED' as const;
  return isMine ? ('OPEN' as const) : ('NONE' as const);
}

function placeOf(row: ReviewQueuePlace, nextWaitingRunId: string | null): ReviewPlaceType {
  const { place, total, previousRunId, nextRunId } = row;
  return { position: place, total, previousRunId, nextRunId, nextWaitingRunId };
}
