import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { DataExportService } from './data-export.service.js';

@Resolver()
export class OwnDataResolver {
  constructor(
    private readonly exports: DataExportService,
    private readonly deletion: AccountDeletionService,
  ) {}

  @SignedIn()
  @Query(() => Int, { description: 'How often /files/own-data may still be fetched within a day.' })
  ownDataExportsLeft(@CurrentOperation() operation: Operation) {
    return this.exports.leftToday(operation);
  }

  @SignedIn()
  @Mutation(() => Boolean, {
    description: 'Deletes the viewer’s account for good. Results stay, without a name.',
  })
  deleteAccount(@CurrentOperation() operation: Operation, @Args('password') password: string) {
    return this.deletion.delete(operation, password);
  }
}
