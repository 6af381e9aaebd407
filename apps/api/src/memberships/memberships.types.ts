import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '@holdout/domain';
import { RoleEnum } from '../graphql/enums.js';

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
