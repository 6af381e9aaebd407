import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '@holdout/domain';
import { RoleEnum } from '../graphql/enums.js';

/** What a platform is called, and how it names itself and this tool. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class PlatformNames {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  clientId!: string;

  @Field(() => String)
  deploymentId!: string;
}

@ObjectType('LtiPlatform', { description: 'A learning platform that may send people here.' })
export class LtiPlatformType extends PlatformNames {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, {
    description: 'Whoever launches from there joins, with the role that they have there.',
  })
  admitsPeople!: boolean;

  @Field(() => RoleEnum, { description: 'No launch gives more than this.' })
  highestRole!: Role;

  @Field(() => Int, { description: 'Links in courses that open an assignment.' })
  links!: number;

  @Field(() => Int, { description: 'Who of there is linked to an account here.' })
  people!: number;

  @Field(() => Int, { description: 'Grades that it does not take; they are tried again until it does.' })
  failing!: number;

  @Field(() => String, { nullable: true })
  lastFailure!: string | null;

  @Field(() => Date, { nullable: true })
  launchedAt!: Date | null;
}

@ObjectType('LtiTool', { description: 'The organization as a tool of learning platforms (LTI 1.3).' })
export class LtiToolType {
  @Field(() => String, { description: 'Where the platform begins a launch.' })
  loginUrl!: string;

  @Field(() => String, { description: 'Where it ends; also the target of links.' })
  launchUrl!: string;

  @Field(() => String, { description: 'Public keys, as a JSON Web Key Set.' })
  keysUrl!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the key signs. Null before the first platform is registered.',
  })
  keySince!: Date | null;

  @Field(() => [LtiPlatformType])
  platforms!: LtiPlatformType[];
}

@InputType()
export class LtiPlatformInput extends PlatformNames {
  @Field(() => String)
  authorizationUrl!: string;

  @Field(() => String)
  tokenUrl!: string;

  @Field(() => String)
  jwksUrl!: string;

  @Field(() => Boolean)
  admitsPeople!: boolean;

  @Field(() => RoleEnum)
  highestRole!: Role;
}

@InputType()
export class LtiAdmissionInput {
  @Field(() => ID)
  platformId!: string;

  @Field(() => Boolean)
  admitsPeople!: boolean;

  @Field(() => RoleEnum)
  highestRole!: Role;
}
