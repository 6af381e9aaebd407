import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuditService } from './audit.service.js';
import { AuditChainType, AuditFilterInput, AuditPageType } from './audit.types.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @AllowRoles('ADMIN')
  @Query(() => AuditPageType, { description: 'What was done in the organization, newest first.' })
  auditLog(
    @CurrentOperation() operation: Operation,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.page(operation, filter ?? {}, { first: first ?? 50, after: after ?? null });
  }

  @AllowRoles('ADMIN')
  @Query(() => [String], { description: 'What events of the organization are about.' })
  auditSubjectTypes(@CurrentOperation() operation: Operation) {
    return this.service.subjectTypes(operation);
  }

  @AllowRoles('ADMIN')
  @Query(() => AuditChainType, { description: 'Computes every hash of the log again.' })
  auditChain(
    @CurrentOperation() operation: Operation,
    @Args('knownHash', { type: () => String, nullable: true }) knownHash: string | null,
  ) {
    return this.service.chain(operation, knownHash ?? null);
  }
}
