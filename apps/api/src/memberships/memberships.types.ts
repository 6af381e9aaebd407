import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '@holdout/domain';
import { RoleEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('Membership')
export class MembershipType {
  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => OrganizationType)
  organization!: OrganizationType;
}

/** A membership as the organization's own people see it. */
@ObjectType('Member')
export class MemberType {
  /** Of the membership: someone with two roles is listed twice. */
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Date)
  joinedAt!: Date;

  @Field(() => Boolean)
  isViewer!: boolean;
}

@ObjectType('MemberConnection')
export class MemberConnectionType {
  @Field(() => [MemberType])
  nodes!: MemberType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
