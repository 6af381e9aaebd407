import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Skill, WorkflowStep } from '@holdout/domain';
import { SkillEnum, WorkflowStepEnum } from '../graphql/enums.js';

@ObjectType('SkillEvidence', {
  description: 'A criterion that speaks for a skill, from the best certification.',
})
export class SkillEvidenceType {
  @Field(() => String)
  criterion!: string;

  @Field(() => Float)
  points!: number;

  @Field(() => Float)
  weight!: number;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => ID)
  runId!: string;
}

@ObjectType('SkillArea')
export class SkillAreaType {
  @Field(() => SkillEnum)
  skill!: Skill;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Float, { nullable: true })
  evidencePoints!: number | null;

  @Field(() => Int)
  evidenceCount!: number;

  @Field(() => [SkillEvidenceType])
  evidence!: SkillEvidenceType[];
}

@ObjectType('WorkflowStepInfo')
export class WorkflowStepInfoType {
  @Field(() => WorkflowStepEnum)
  step!: WorkflowStep;

  @Field(() => Int)
  position!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;
}

@ObjectType('DiagramNode')
export class DiagramNodeType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  hint!: string;
}

@ObjectType('DiagramEdge')
export class DiagramEdgeType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String, { nullable: true })
  label!: string | null;
}

@ObjectType('ConceptDiagram')
export class ConceptDiagramType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => [DiagramNodeType])
  nodes!: DiagramNodeType[];

  @Field(() => [DiagramEdgeType])
  edges!: DiagramEdgeType[];
}

@ObjectType('Track')
export class TrackType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;
}
