import { Args, ID, Int, Resolver, Subscription } from '@nestjs/graphql';
import { MAX_LOG_CHUNKS } from '@holdout/db';
import { noteStaffAccess } from '../audit/staff-access.js';
import { AllowRoles, authorize } from '../operation/access.js';
import { CurrentOperation, type OperationContext } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RunEvents } from './run-events.js';
import { RUN_READERS } from './run-readers.js';
import { RunStream } from './run-streams.js';
import type { RunRow } from './run-view.js';
import { RunsService } from './runs.service.js';
import { LogChunkType, RunType } from './runs.types.js';

interface RunChange {
  isFinished: boolean;
}

interface LogPlace {
  afterSequence: number | null;
  attempt: number | null;
  isComplete: boolean;
  /** Asks for another event. */
  wake: () => void;
}

/** The guard checks the subscription; this checks each of its events. */
const authorizeAgain = (operation: Operation) => authorize(operation, { kind: 'roles', roles: RUN_READERS });

@Resolver(() => RunType)
export class RunSubscriptionsResolver {
  constructor(
    private readonly runs: RunsService,
    private readonly events: RunEvents,
  ) {}

  @AllowRoles(...RUN_READERS)
  @Subscription(() => RunType, {
    description: 'The run as it is now, then after every change; ends when it is finished.',
    async resolve(
      this: RunSubscriptionsResolver,
      change: RunChange,
      { runId }: { runId: string },
      { operation }: OperationContext,
    ) {
      await authorizeAgain(operation);
      const run = await this.runs.visible(operation, runId);
      change.isFinished = run.status === 'FINISHED';
      return run;
    },
  })
  async runChanged(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
  ) {
    const run = await this.runs.visible(operation, runId);
    await this.note(operation, 'run.opened', run);
    return new RunStream<RunChange>(
      this.events.of(run.id),
      { isFinished: false },
      ({ isFinished }) => isFinished,
    );
  }

  @AllowRoles(...RUN_READERS)
  @Subscription(() => [LogChunkType], {
    description: 'The log so far, then what is added; ends when the run is finished.',
    async resolve(
      this: RunSubscriptionsResolver,
      place: LogPlace,
      { runId }: { runId: string },
      { operation }: OperationContext,
    ) {
      await authorizeAgain(operation);
      return this.nextChunks(operation, runId, place);
    },
  })
  async runLogAppended(
    @CurrentOperation() operation: Operation,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('afterSequence', { type: () => Int, nullable: true }) afterSequence: number | null,
  ) {
    const run = await this.runs.visible(operation, runId);
    await this.note(operation, 'run.log-read', run);
    const wakeUps = this.events.of(run.id);
    const place: LogPlace = {
      afterSequence: afterSequence ?? null,
      attempt: null,
      isComplete: false,
      wake: () => wakeUps.wake(),
    };
    return new RunStream<LogPlace>(wakeUps, place, ({ isComplete }) => isComplete);
  }

  private note(operation: Operation, action: 'run.opened' | 'run.log-read', { id, studentId }: RunRow) {
    return operation.briefly((tx) => noteStaffAccess(tx, operation, { action, runId: id, studentId }));
  }

  private async nextChunks(operation: Operation, runId: string, place: LogPlace) {
    const run = await this.runs.visible(operation, runId);
    // A run that starts over writes its log from the beginning again.
    if (place.attempt !== null && run.attempt !== place.attempt) place.afterSequence = null;
    place.attempt = run.attempt;
    const chunks = await this.runs.log(operation, run, place.afterSequence);
    const last = chunks.at(-1);
    if (last) place.afterSequence = last.sequence;
    // A long log comes in pages: the next one is due at once.
    const isMore = chunks.length === MAX_LOG_CHUNKS;
    if (isMore) place.wake();
    place.isComplete = run.status === 'FINISHED' && !isMore;
    return chunks;
  }
}
