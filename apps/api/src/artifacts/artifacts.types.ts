import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ArtifactKind } from '@holdout/domain';
import { ArtifactKindEnum } from '../graphql/enums.js';

@ObjectType('RunArtifact')
export class RunArtifactType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The call, then the file.' })
  name!: string;

  @Field(() => ArtifactKindEnum)
  kind!: ArtifactKind;

  @Field(() => Boolean, { description: 'Made from hidden rows: for staff only.' })
  isHidden!: boolean;

  @Field(() => String, { description: 'SHA-256.' })
  digest!: string;

  @Field(() => Int)
  bytes!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When the retention policy deleted it; null while it is kept.',
  })
  deletedAt!: Date | null;
}
