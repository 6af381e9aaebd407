import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AuthoredPart, BeginPart, RoadmapDraft, RoadmapVersionType } from './history.types.js';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class AuthoredNode {
  @Field(() => String, { description: 'Small letters, digits and dashes; stays when the label changes.' })
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'What it means.' })
  hint!: string;

  @Field(() => Float, { nullable: true, description: 'Where its author put it.' })
  x!: number | null;

  @Field(() => Float, { nullable: true })
  y!: number | null;
}

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class AuthoredEdge {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String, { nullable: true })
  label!: string | null;
}

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class Distractor {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType('AuthoredNode')
export class AuthoredNodeType extends AuthoredNode {}

@InputType('AuthoredNodeInput')
export class AuthoredNodeInput extends AuthoredNode {}

@ObjectType('AuthoredEdge')
export class AuthoredEdgeType extends AuthoredEdge {}

@InputType('AuthoredEdgeInput')
export class AuthoredEdgeInput extends AuthoredEdge {}

@ObjectType('Distractor')
export class DistractorType extends Distractor {}

@InputType('DistractorInput')
export class DistractorInput extends Distractor {}

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class DiagramWords {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The stage in which it stands; null: on the roadmap alone.',
  })
  stageSlug!: string | null;
}

@ObjectType('DiagramText')
export class DiagramTextType extends DiagramWords {
  @Field(() => [AuthoredNodeType])
  nodes!: AuthoredNodeType[];

  @Field(() => [AuthoredEdgeType])
  edges!: AuthoredEdgeType[];

  @Field(() => [DistractorType], { description: 'Labels on offer when it is redrawn that do not belong.' })
  distractors!: DistractorType[];
}

@InputType('DiagramTextInput')
export class DiagramTextInput extends DiagramWords {
  @Field(() => [AuthoredNodeInput])
  nodes!: AuthoredNodeInput[];

  @Field(() => [AuthoredEdgeInput])
  edges!: AuthoredEdgeInput[];

  @Field(() => [DistractorInput])
  distractors!: DistractorInput[];
}

@ObjectType('DiagramDraft')
export class DiagramDraftType extends RoadmapDraft {
  @Field(() => DiagramTextType)
  text!: DiagramTextType;
}

@ObjectType('AuthoredDiagram')
export class AuthoredDiagramType extends AuthoredPart {
  @Field(() => Boolean, { description: 'Students see it.' })
  isPublished!: boolean;
}

@ObjectType('AuthoredDiagramDetail')
export class AuthoredDiagramDetailType extends AuthoredDiagramType {
  @Field(() => DiagramDraftType, { nullable: true })
  draft!: DiagramDraftType | null;

  @Field(() => DiagramTextType, { nullable: true, description: 'What the newest version says.' })
  newest!: DiagramTextType | null;

  @Field(() => [RoadmapVersionType], { description: 'The newest hundred, newest first.' })
  versions!: RoadmapVersionType[];
}

@InputType()
export class BeginDiagramInput extends BeginPart {}

@InputType()
export class SaveDiagramDraftInput {
  @Field(() => ID)
  diagramId!: string;

  @Field(() => Int, { description: 'The revision that was changed; 0 where there was no draft.' })
  basis!: number;

  @Field(() => DiagramTextInput)
  text!: DiagramTextInput;
}
