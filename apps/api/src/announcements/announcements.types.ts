import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PageInfoType } from '../runs/runs.types.js';

@ObjectType('Announcement')
export class AnnouncementType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  cohortName!: string;

  @Field(() => String)
  author!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('AnnouncementConnection')
export class AnnouncementConnectionType {
  @Field(() => [AnnouncementType])
  nodes!: AnnouncementType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@InputType()
export class AnnounceInput {
  @Field(() => String)
  cohortSlug!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  title!: string;

  @Field(() => String, { description: '1 to 5,000 characters.' })
  text!: string;
}
