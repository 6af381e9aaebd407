import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoType } from '../runs/runs.types.js';

/** Names and values of an event's detail: an action has its own. */
@ObjectType('AuditDetail')
export class AuditDetailType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType('AuditActor')
export class AuditActorType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('AuditEvent')
export class AuditEventType {
  @Field(() => ID)
  id!: string;

  @Field(() => AuditActorType, { nullable: true, description: 'Null where the platform itself acted.' })
  actor!: AuditActorType | null;

  @Field(() => String)
  action!: string;

  @Field(() => String)
  subjectType!: string;

  @Field(() => String)
  subjectId!: string;

  @Field(() => [AuditDetailType])
  detail!: AuditDetailType[];

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => String, { description: 'SHA-256 over this event and the hash of the one before.' })
  hash!: string;
}

@ObjectType('AuditPage')
export class AuditPageType {
  @Field(() => [AuditEventType])
  events!: AuditEventType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('AuditChain')
export class AuditChainType {
  @Field(() => Int)
  events!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The first event that does not follow from the one before; null while the chain is whole.',
  })
  firstBrokenId!: string | null;

  @Field(() => String, { description: 'Hash of the newest event.' })
  head!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the log still holds the hash that was asked for; null when none was.',
  })
  holdsKnownHash!: boolean | null;
}

@InputType('AuditFilter')
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'A part of action, subject or detail.' })
  search?: string | null;

  @Field(() => String, { nullable: true })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true })
  actorId?: string | null;

  @Field(() => Date, { nullable: true })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Not included.' })
  to?: Date | null;
}
