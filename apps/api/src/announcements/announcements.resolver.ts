import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AnnouncementsService } from './announcements.service.js';
import { AnnounceInput, AnnouncementConnectionType, AnnouncementType } from './announcements.types.js';

@Resolver(() => AnnouncementType)
export class AnnouncementsResolver {
  constructor(private readonly service: AnnouncementsService) {}

  @AllowRoles('STUDENT')
  @Query(() => AnnouncementConnectionType, { description: 'To your cohorts, newest first.' })
  announcements(
    @CurrentOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.own(operation, { first: first ?? 20, after: after ?? null });
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => AnnouncementConnectionType)
  cohortAnnouncements(
    @CurrentOperation() operation: Operation,
    @Args('slug') slug: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.service.ofCohort(operation, slug, { first: first ?? 20, after: after ?? null });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AnnouncementType, { description: 'Everyone in the cohort is notified.' })
  announce(@CurrentOperation() operation: Operation, @Args('input') input: AnnounceInput) {
    return this.service.announce(operation, input);
  }
}
