import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

/** LINK: that the account is theirs. PLACE: what the link opens. ADD: what a new link is to open. */
export const LtiLaunchStepEnum = { LINK: 'LINK', PLACE: 'PLACE', ADD: 'ADD' } as const;
export type LtiLaunchStep = keyof typeof LtiLaunchStepEnum;
registerEnumType(LtiLaunchStepEnum, {
  name: 'LtiLaunchStep',
  description: 'What somebody who launched still has to say.',
});

@ObjectType('LtiLaunch', { description: 'A launch that waits for its person to say something.' })
export class LtiLaunchType {
  @Field(() => ID)
  id!: string;

  @Field(() => LtiLaunchStepEnum)
  step!: LtiLaunchStep;

  @Field(() => String)
  platformName!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => String, { nullable: true, description: 'As the platform calls whoever launched.' })
  personName!: string | null;

  @Field(() => String, { description: 'Of the course that the link stands in.' })
  contextTitle!: string;
}

@InputType()
export class LtiChoiceInput {
  @Field(() => String)
  organizationSlug!: string;

  @Field(() => ID)
  launchId!: string;

  @Field(() => ID)
  cohortId!: string;

  @Field(() => String)
  assignmentSlug!: string;
}
