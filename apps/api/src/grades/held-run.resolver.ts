import { heldRuns } from '@holdout/db';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';

const isHeldById = (operation: Operation) =>
  new DataLoader<string, boolean>(async (ids) => {
    const held = await heldRuns(await operation.tx(), ids);
    return ids.map((id) => held.has(id));
  });

@Resolver(() => RunType)
export class HeldRunResolver {
  @ResolveField(() => Boolean, {
    description: 'The result is held: its student sees nothing of it until an instructor releases it.',
  })
  isHeld(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return operation.shared(isHeldById).load(run.id);
  }
}
