import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

/** A version in a list, without its content. */
@ObjectType({ isAbstract: true })
export abstract class ListedVersion {
  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  note!: string;

  @Field(() => String, { nullable: true, description: 'Null where it came with the platform.' })
  publishedBy!: string | null;

  @Field(() => Date)
  publishedAt!: Date;
}

/** Of a stage or a concept diagram. */
@ObjectType('RoadmapVersion')
export class RoadmapVersionType extends ListedVersion {}

/** What authors see of a lesson, stage or concept diagram in a list. Each of the three says for itself what "published" means. */
@ObjectType({ isAbstract: true })
export abstract class AuthoredPart {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'Of the draft, where there is one.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'The newest version.' })
  version!: number | null;

  @Field(() => Boolean)
  hasDraft!: boolean;
}

/** The draft's own content is added by each subclass. */
@ObjectType({ isAbstract: true })
export abstract class RoadmapDraft {
  @Field(() => Int, { description: 'How often it was saved.' })
  revision!: number;

  @Field(() => String)
  savedBy!: string;

  @Field(() => Date)
  savedAt!: Date;
}

@InputType({ isAbstract: true })
export abstract class BeginPart {
  @Field(() => String, {
    nullable: true,
    description: 'Its address: small letters, digits and hyphens. Made of the title where it is left out.',
  })
  slug!: string | null;

  @Field(() => String)
  title!: string;
}
