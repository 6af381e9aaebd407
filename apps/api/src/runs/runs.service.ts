import { Injectable } from '@nestjs/common';
import { assignmentBySlug, cancelRun, logAfter, queuePlaceOf, runById, runPage } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { noteStaffAccess } from '../audit/staff-access.js';
import { isStaff } from '../operation/viewer.js';
import { isViewersWork } from '../teams/viewers-teams.js';
import { rubricById, shownRun } from './run-loaders.js';
import type { RunRow } from './run-view.js';
import { toLadder, toScore } from './score-view.js';
import type { LogChunkType, QueuePlaceType, RunConnectionType } from './runs.types.js';

@Injectable()
export class RunsService {
  /** The viewer's own run or their team's, or any of the organization for staff. @throws NotFoundError otherwise */
  async visible(operation: Operation, id: string): Promise<RunRow> {
    const member = await operation.member();
    const run = await runById(await operation.tx(), id);
    if (!isStaff(member) && !(await isViewersWork(operation, run))) throw new NotFoundError('The run');
    return run;
  }

  /**
   * The same, recorded if it is another person's.
   * @throws NotFoundError otherwise
   */
  async open(operation: Operation, id: string): Promise<RunRow> {
    const run = await this.visible(operation, id);
    const { studentId } = run;
    await noteStaffAccess(await operation.tx(), operation, {
      action: 'run.opened',
      runId: run.id,
      studentId,
    });
    return run;
  }

  /** Newest first. Students page through their own and their teams', staff through all. @throws NotFoundError for the assignment */
  async page(
    operation: Operation,
    { assignmentSlug, first, after }: { assignmentSlug: string | null; first: number; after: string | null },
  ): Promise<Omit<RunConnectionType, 'edges'> & { edges: { cursor: string; node: RunRow }[] }> {
    const member = await operation.member();
    const tx = await operation.tx();
    const assignment = assignmentSlug ? await assignmentBySlug(tx, assignmentSlug) : null;
    const { rows, hasNextPage } = await runPage(
      tx,
      {
        ...(isStaff(member) ? {} : { readerId: member.userId }),
        ...(assignment ? { assignmentId: assignment.id } : {}),
      },
      { first: checkedPageSize(first), after },
    );
    const edges = rows.map((node) => ({ cursor: node.id, node }));
    return { edges, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  /**
   * The log. Reading another person's is recorded.
   * @throws NotFoundError
   */
  async readLog(operation: Operation, id: string, afterSequence: number | null): Promise<LogChunkType[]> {
    const run = await this.visible(operation, id);
    const { id: runId, studentId } = run;
    await noteStaffAccess(await operation.tx(), operation, { action: 'run.log-read', runId, studentId });
    return this.log(operation, run, afterSequence);
  }

  /** Log of a run that the viewer may see. */
  async log(operation: Operation, run: RunRow, afterSequence: number | null): Promise<LogChunkType[]> {
    const chunks = await logAfter(await operation.tx(), run.id, afterSequence);
    return chunks.map(({ sequence, attempt, phase, text }) => ({ sequence, attempt, phase, text }));
  }

  /** A waiting run ends at once; one that runs is stopped by its worker. @throws NotFoundError */
  async cancel(operation: Operation, id: string): Promise<RunRow> {
    const member = await operation.member();
    const run = await this.visible(operation, id);
    const tx = await operation.tx();
    if (run.status === 'FINISHED') return run;
    if (run.studentId !== member.userId) {
      await putOnRecord(operation, {
        action: 'run.cancelled',
        subjectType: 'run',
        subjectId: run.id,
        detail: { studentId: run.studentId },
      });
    }
    return cancelRun(tx, run.id, operation.startedAt);
  }

  /** Null once a worker has taken it. */
  async queuePlace(operation: Operation, run: RunRow): Promise<QueuePlaceType | null> {
    if (run.status !== 'QUEUED') return null;
    const place = await queuePlaceOf(await operation.tx(), run.id);
    if (!place) return null;
    const { position, aheadSeconds } = place;
    return { position, etaSeconds: aheadSeconds === null ? null : Math.ceil(aheadSeconds) };
  }

  /**
   * The score that the viewer may see. In place of a practice score that the Ladder did not release, it is the one the
   * Ladder shows; staff see the score itself.
   */
  async score(operation: Operation, run: RunRow) {
    const [own] = run.scores;
    if (!own) return null;
    const source = await this.shown(operation, run);
    const [score] = source.scores;
    if (!score) return null;
    const rubric = await operation.shared(rubricById).load(score.rubricVersionId);
    return { ...toScore(score, rubric), ladder: toLadder(own.ladder) };
  }

  /** Metrics of the score that is shown. */
  async metrics(operation: Operation, run: RunRow) {
    if (await this.isKeptBack(operation, run)) return [];
    const source = run.scores.length > 0 ? await this.shown(operation, run) : run;
    return source.metrics;
  }

  /** The receipt states the score, so it is shown where the score itself is. */
  async receipt(operation: Operation, run: RunRow) {
    if (await this.isKeptBack(operation, run)) return null;
    return (await this.shown(operation, run)) === run ? run.receipt : null;
  }

  /** What a reproduction measured is compared for everyone, and read by staff only: see `toReproduction`. */
  private async isKeptBack(operation: Operation, run: RunRow): Promise<boolean> {
    return run.kind === 'REPRODUCTION' && !isStaff(await operation.member());
  }

  /** The run whose score the viewer sees: this one, or the one that the Ladder shows for it. */
  async shown(operation: Operation, run: RunRow): Promise<RunRow> {
    const ladder = toLadder(run.scores[0]?.ladder);
    if (!ladder || ladder.isReleased || isStaff(await operation.member())) return run;
    return operation.shared(shownRun).load(ladder.shownRunId);
  }
}
