import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { AllowRoles, authorize } from '../operation/access.js';
import { CurrentOperation, type OperationContext } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AUTHORS } from '../operation/viewer.js';
import { RunEvents } from '../runs/run-events.js';
import { RunStream } from '../runs/run-streams.js';
import { RerunsService } from './reruns.service.js';
import { RerunType } from './reruns.types.js';

interface RerunChange {
  isFinished: boolean;
}

@Resolver(() => RerunType)
export class RerunChangesResolver {
  constructor(
    private readonly reruns: RerunsService,
    private readonly events: RunEvents,
  ) {}

  @AllowRoles(...AUTHORS)
  @Subscription(() => RerunType, {
    description:
      'The re-run as it is now, then whenever it or one of its runs changes; ends when it is decided.',
    async resolve(
      this: RerunChangesResolver,
      change: RerunChange,
      { id }: { id: string },
      { operation }: OperationContext,
    ) {
      // The guard checks the subscription; this checks each of its events.
      await authorize(operation, { kind: 'roles', roles: AUTHORS });
      const found = await this.reruns.one(operation, id);
      change.isFinished = found.status === 'COMMITTED' || found.status === 'DISCARDED';
      return found;
    },
  })
  async rerunChanged(@CurrentOperation() operation: Operation, @Args('id', { type: () => ID }) id: string) {
    const found = await this.reruns.one(operation, id);
    return new RunStream<RerunChange>(
      this.events.of(found.id),
      { isFinished: false },
      ({ isFinished }) => isFinished,
    );
  }
}
