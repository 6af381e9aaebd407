import type { WorkerOrder } from '@holdout/domain';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { WorkerOrderEnum } from '../graphql/enums.js';
import { AllowOperators } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { FleetService } from './fleet.service.js';
import { FleetType } from './fleet.types.js';

@Resolver()
export class FleetResolver {
  constructor(private readonly service: FleetService) {}

  @AllowOperators('ADMIN')
  @Query(() => FleetType, { description: 'Workers and runs; an admin sees the runs of their organization.' })
  fleet(@CurrentOperation() operation: Operation) {
    return this.service.overview(operation);
  }

  @AllowOperators()
  @Mutation(() => Boolean)
  orderWorker(
    @CurrentOperation() operation: Operation,
    @Args('id', { type: () => ID }) id: string,
    @Args('order', { type: () => WorkerOrderEnum }) order: WorkerOrder,
  ) {
    return this.service.order(operation, id, order);
  }

  @AllowOperators('ADMIN')
  @Mutation(() => Boolean, { description: 'Ends a run; it costs no attempt.' })
  endRun(@CurrentOperation() operation: Operation, @Args('runId', { type: () => ID }) runId: string) {
    return this.service.end(operation, runId);
  }

  @AllowOperators('ADMIN')
  @Mutation(() => Boolean, { description: 'Takes a run from its worker and puts it back into the queue.' })
  requeueRun(@CurrentOperation() operation: Operation, @Args('runId', { type: () => ID }) runId: string) {
    return this.service.requeue(operation, runId);
  }
}
