import { Injectable } from '@nestjs/common';
import {
  addRegradeMessage,
  lockedRegradeRequest,
  openRegradeRequest,
  openRegradeRequests,
  regradeRequestsOf,
  runById,
  type RegradeRequest,
} from '@holdout/db';
import { BadUserInputError, ConflictError, ForbiddenError, NotFoundError } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { isViewersWork } from '../teams/viewers-teams.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { RegradeReplyInput, RegradeRequestType } from './regrades.types.js';

const [MIN_REASON, MAX_TEXT] = [20, 4000];

@Injectable()
export class RegradesService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError, ConflictError when the run has no score or a request is open; BadUserInputError */
  async request(operation: Operation, runId: string, reason: string): Promise<RegradeRequestType> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const run = await runById(tx, runId);
    if (!(await isViewersWork(operation, run))) throw new NotFoundError('The run');
    if (run.outcome !== 'SCORED')
      throw new ConflictError('Only a scored run can be regraded. Submit again instead.');
    const request = await openRegradeRequest(tx, {
      organizationId: organization.id,
      runId,
      studentId: userId,
      reason: checkedText(reason, MIN_REASON),
      now: operation.startedAt,
    });
    return this.shown(operation, request);
  }

  /** The student writes on, or staff answer and decide. @throws NotFoundError, ForbiddenError, ConflictError */
  async reply(
    operation: Operation,
    { requestId, text, decision }: RegradeReplyInput,
  ): Promise<RegradeRequestType> {
    const member = await operation.member();
    const tx = await operation.tx();
    const request = await lockedRegradeRequest(tx, requestId);
    const isOwn = await this.isAboutViewersWork(operation, request);
    if (!isOwn && !isStaff(member)) throw new NotFoundError('The request');
    if (decision && (isOwn || !isStaff(member)))
      throw new ForbiddenError('Somebody on the staff decides this, not you.');
    if (decision === 'OPEN')
      throw new BadUserInputError('Decide with ACCEPTED or DECLINED.', { field: 'decision' });
    const message = { authorId: member.userId, text: checkedText(text, 1), now: operation.startedAt };
    const answered = await addRegradeMessage(tx, request, message, decision ?? null);
    if (decision) {
      await putOnRecord(operation, {
        action: 'regrade.decided',
        subjectType: 'run',
        subjectId: request.runId,
        detail: { decision, reason: message.text },
      });
    }
    return this.shown(operation, answered);
  }

  /** The requests about a run that its reader may see. */
  async ofRun(operation: Operation, runId: string): Promise<RegradeRequestType[]> {
    const requests = await regradeRequestsOf(await operation.tx(), [runId]);
    return Promise.all(requests.map((request) => this.shown(operation, request)));
  }

  async open(operation: Operation, first: number, after: string | null) {
    const { rows, hasNextPage } = await openRegradeRequests(await operation.tx(), {
      first: checkedPageSize(first),
      after,
    });
    return {
      requests: await Promise.all(rows.map((request) => this.shown(operation, request))),
      pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null },
    };
  }

  /** Team-mates write in the same thread. */
  private async isAboutViewersWork(operation: Operation, { studentId, runId }: RegradeRequest) {
    const { userId } = await operation.member();
    return studentId === userId || isViewersWork(operation, await runById(await operation.tx(), runId));
  }

  private async shown(operation: Operation, request: RegradeRequest): Promise<RegradeRequestType> {
    const { id, runId, status, createdAt, messages, studentId } = request;
    return {
      id,
      runId,
      status,
      createdAt,
      messages: await Promise.all(
        messages.map(async ({ authorId, text, at }) => ({
          author: await this.names.of(operation, authorId),
          isFromStudent: authorId === studentId,
          text,
          at: new Date(at),
        })),
      ),
    };
  }
}

/** @throws BadUserInputError */
function checkedText(text: string, least: number): string {
  const trimmed = text.trim();
  if (trimmed.length < least || trimmed.length > MAX_TEXT) {
    throw new BadUserInputError(
      least > 1
        ? `Say in ${least} to ${MAX_TEXT} characters which criterion is judged wrongly, and why.`
        : `A message has 1 to ${MAX_TEXT} characters.`,
      { field: 'text', limit: MAX_TEXT },
    );
  }
  return trimmed;
}
