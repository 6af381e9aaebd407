import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { InvitationStatus, LetterState, Role } from '@holdout/domain';
import { InvitationStatusEnum, LetterStateEnum, RoleEnum } from '../graphql/enums.js';
import { OrganizationType } from '../memberships/memberships.types.js';

@ObjectType('Invitation')
export class InvitationType {
  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => InvitationStatusEnum)
  status!: InvitationStatus;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it waited for too long, and lets nobody in.' })
  isExpired!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the cohort that it leads to.' })
  cohortName!: string | null;

  @Field(() => String, { nullable: true, description: 'Told once, to whoever made it.' })
  link!: string | null;

  @Field(() => LetterStateEnum)
  letter!: LetterState;

  @Field(() => Date, { nullable: true, description: 'Since when the letter is in that state.' })
  letterAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why no server took the letter, as the last one said.',
  })
  letterProblem!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it can be mailed again: it is open, and its address is kept.',
  })
  maySend!: boolean;
}

@ObjectType('InvitedTo', { description: 'What an open invitation leads to.' })
export class InvitedToType {
  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { nullable: true })
  logoUrl!: string | null;

  @Field(() => RoleEnum)
  role!: Role;
}

@ObjectType('AcceptedInvitation')
export class AcceptedInvitationType {
  @Field(() => OrganizationType)
  organization!: OrganizationType;

  @Field(() => RoleEnum)
  role!: Role;
}

@InputType('InviteInput')
export class InviteInput {
  @Field(() => String)
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ID, { nullable: true })
  cohortId!: string | null;
}
