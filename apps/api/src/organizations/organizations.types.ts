import type { Accent } from '@holdout/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AccentEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('WatchedOrganization', {
  description: 'An organization as operators see it: what it is, and nothing of what is in it.',
})
export class WatchedOrganizationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Float, { description: 'Share of the fleet relative to other organizations; 1 is usual.' })
  weight!: number;

  @Field(() => Date, { nullable: true, description: 'Since when nobody enters it; null while it is in use.' })
  archivedAt!: Date | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Int, { description: 'People who are anything here.' })
  members!: number;

  @Field(() => Int)
  administrators!: number;

  @Field(() => Int, { description: 'Runs that wait or are worked on.' })
  openRuns!: number;
}

@ObjectType('WatchedOrganizationPage')
export class WatchedOrganizationPageType {
  @Field(() => [WatchedOrganizationType])
  organizations!: WatchedOrganizationType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('AdministratorInvitation')
export class AdministratorInvitationType {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: 'By which the administrator joins, once. It is not shown again.' })
  link!: string;

  @Field(() => Boolean, { description: 'Whether the link is on its way by mail as well.' })
  isMailed!: boolean;
}

@InputType('CreateOrganizationInput')
export class CreateOrganizationInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its part of addresses; made of the name where it is left out. It stays.',
  })
  slug?: string | null;

  @Field(() => String, { description: 'Of its first administrator.' })
  email!: string;

  @Field(() => Boolean, {
    description: 'Whether it begins with the roadmap that comes with the platform, or with an empty one.',
  })
  hasShippedRoadmap!: boolean;
}

@InputType('ChangeOrganizationInput')
export class ChangeOrganizationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Float)
  weight!: number;
}

@ObjectType('Branding', { description: 'What an organization looks like.' })
export class BrandingType {
  @Field(() => AccentEnum)
  accent!: Accent;

  @Field(() => String, { nullable: true, description: 'Where its logo lies.' })
  logoUrl!: string | null;
}

@ObjectType('OrganizationSettings')
export class OrganizationSettingsType extends BrandingType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;
}

@InputType('OrganizationSettingsInput')
export class OrganizationSettingsInput {
  @Field(() => String)
  name!: string;

  @Field(() => AccentEnum)
  accent!: Accent;
}
