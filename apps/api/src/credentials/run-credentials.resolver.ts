import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import type { RunRow } from '../runs/run-view.js';
import { RunType } from '../runs/runs.types.js';
import { CredentialsService } from './credentials.service.js';
import { CredentialType } from './credentials.types.js';

@Resolver(() => RunType)
export class RunCredentialsResolver {
  constructor(private readonly service: CredentialsService) {}

  @ResolveField(() => [CredentialType], { description: 'Issued for this run, newest first.' })
  credentials(@CurrentOperation() operation: Operation, @Parent() run: RunRow) {
    return this.service.ofRun(operation, run);
  }
}
