import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AllowOperators, AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuditLogs } from './audit-logs.js';
import { AuditService } from './audit.service.js';
import { AuditChainType, AuditFilterInput, AuditPageType } from './audit.types.js';

@Resolver()
export class AuditResolver {
  constructor(
    private readonly logs: AuditLogs,
    private readonly service: AuditService,
  ) {}

  @AllowRoles('ADMIN')
  @Query(() => AuditPageType, { description: 'What was done in the organization, newest first.' })
  async auditLog(
    @CurrentOperation() operation: Operation,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const log = await this.logs.ofOrganization(operation);
    return this.service.page(log, filter ?? {}, { first: first ?? 50, after: after ?? null });
  }

  @AllowRoles('ADMIN')
  @Query(() => [String], { description: 'What events of the organization are about.' })
  async auditSubjectTypes(@CurrentOperation() operation: Operation) {
    return this.service.subjectTypes(await this.logs.ofOrganization(operation));
  }

  @AllowRoles('ADMIN')
  @Query(() => AuditChainType, { description: 'Computes every hash of the log again.' })
  async auditChain(
    @CurrentOperation() operation: Operation,
    @Args('knownHash', { type: () => String, nullable: true }) knownHash: string | null,
  ) {
    return this.service.chain(await this.logs.ofOrganization(operation), knownHash ?? null);
  }

  @AllowOperators()
  @Query(() => AuditPageType, {
    description: "What operators did with the deployment that is no organization's, newest first.",
  })
  async deploymentLog(
    @CurrentOperation() operation: Operation,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const log = await this.logs.ofDeployment(operation);
    return this.service.page(log, filter ?? {}, { first: first ?? 50, after: after ?? null });
  }

  @AllowOperators()
  @Query(() => [String], { description: 'What events of the deployment are about.' })
  async deploymentSubjectTypes(@CurrentOperation() operation: Operation) {
    return this.service.subjectTypes(await this.logs.ofDeployment(operation));
  }

  @AllowOperators()
  @Query(() => AuditChainType, { description: "Computes every hash of the deployment's log again." })
  async deploymentChain(
    @CurrentOperation() operation: Operation,
    @Args('knownHash', { type: () => String, nullable: true }) knownHash: string | null,
  ) {
    return this.service.chain(await this.logs.ofDeployment(operation), knownHash ?? null);
  }
}
