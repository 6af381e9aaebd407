import { Field, Float, InputType } from '@nestjs/graphql';
import type { RunKind } from '@holdout/domain';
import { RunKindEnum } from '../graphql/enums.js';
import { DeclarationInput } from '../submissions/submissions.inputs.js';

@InputType('EdgeInput')
export class EdgeInput {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@InputType('PlacedNodeInput')
export class PlacedNodeInput {
  @Field(() => String)
  key!: string;

  @Field(() => Float, { description: 'Where it stands on the canvas. Not graded.' })
  x!: number;

  @Field(() => Float)
  y!: number;
}

@InputType('SaveDrawingInput')
export class SaveDrawingInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => [PlacedNodeInput])
  nodes!: PlacedNodeInput[];

  @Field(() => [EdgeInput])
  edges!: EdgeInput[];
}

@InputType('SubmitDrawingInput')
export class SubmitDrawingInput {
  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => [String], { description: 'Keys of the labels that are placed.' })
  nodes!: string[];

  @Field(() => [EdgeInput])
  edges!: EdgeInput[];

  @Field(() => RunKindEnum)
  kind!: RunKind;

  @Field(() => DeclarationInput, { nullable: true })
  declaration!: DeclarationInput | null;
}
