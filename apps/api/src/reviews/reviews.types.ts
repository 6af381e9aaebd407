import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { CriterionLevelType } from '../assignments/criterion.fields.js';
import type { ReviewState, WorkflowStep } from '@holdout/domain';
import { AssignmentType } from '../assignments/assignments.types.js';
import { ReviewStateEnum, WorkflowStepEnum } from '../graphql/enums.js';
import { PageInfoType } from '../runs/runs.types.js';
import { DeclarationType } from '../submissions/submissions.types.js';

@ObjectType('ReviewPolicy')
export class ReviewPolicyType {
  @Field(() => Int)
  gradersPerRun!: number;

  @Field(() => Boolean, { description: 'Graders see a code in place of the student’s name.' })
  isAnonymous!: boolean;

  @Field(() => Boolean, { description: 'Finished reviews reach no score until they are released.' })
  isHeld!: boolean;
}

@ObjectType('ReviewAgreement', { description: 'How far two graders agree on a criterion.' })
export class ReviewAgreementType {
  @Field(() => String)
  criterionKey!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { description: 'Runs that both graded.' })
  n!: number;

  @Field(() => Float)
  observed!: number;

  @Field(() => Float, { nullable: true, description: 'Cohen’s kappa; null where chance alone would agree.' })
  kappa!: number | null;
}

@ObjectType('ReviewQueue', {
  description: 'The runs of an assignment that people judge: one for each student.',
})
export class ReviewQueueType {
  @Field(() => AssignmentType)
  assignment!: object;

  @Field(() => Int)
  total!: number;

  @Field(() => Int, { description: 'Runs with as many finished reviews as the policy asks for.' })
  finished!: number;

  @Field(() => Int, { description: 'Open reviews of the viewer.' })
  mine!: number;

  @Field(() => ReviewPolicyType)
  policy!: ReviewPolicyType;
}

@ObjectType('ReviewItem')
export class ReviewItemType {
  @Field(() => ID)
  runId!: string;

  @Field(() => String, {
    description:
      'The student’s name, with the team’s before it where one handed in; a code where reviews are anonymous.',
  })
  student!: string;

  @Field(() => Date)
  submittedAt!: Date;

  @Field(() => Float, { description: 'Points of the automatic criteria.' })
  automatic!: number;

  @Field(() => Float, { description: 'Points of the newest score.' })
  points!: number;

  @Field(() => [String])
  graders!: string[];

  @Field(() => Int)
  finished!: number;

  @Field(() => ReviewStateEnum, { description: 'How far the viewer’s own review is.' })
  mine!: ReviewState;
}

@ObjectType('ReviewItemConnection')
export class ReviewItemConnectionType {
  @Field(() => [ReviewItemType])
  nodes!: ReviewItemType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

@ObjectType('ReviewCriterion')
export class ReviewCriterionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => WorkflowStepEnum)
  workflowStep!: WorkflowStep;

  @Field(() => Float)
  weight!: number;

  @Field(() => Boolean)
  isRequired!: boolean;

  @Field(() => [CriterionLevelType])
  levels!: CriterionLevelType[];

  @Field(() => Float, { nullable: true, description: 'What the viewer gave; null while open.' })
  points!: number | null;

  @Field(() => String)
  comment!: string;
}

@ObjectType('ReviewComment')
export class ReviewCommentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  author!: string;

  @Field(() => Boolean)
  isViewer!: boolean;

  @Field(() => String, { nullable: true })
  file!: string | null;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  @Field(() => String)
  text!: string;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType('SourceFile')
export class SourceFileType {
  @Field(() => String)
  path!: string;

  @Field(() => Int)
  size!: number;

  @Field(() => String, { nullable: true, description: 'Null where it is no short text file.' })
  text!: string | null;
}

@ObjectType('ReviewPlace')
export class ReviewPlaceType {
  @Field(() => Int, { description: 'From 1.' })
  position!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => ID, { nullable: true })
  previousRunId!: string | null;

  @Field(() => ID, { nullable: true })
  nextRunId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The next one that still needs the viewer.' })
  nextWaitingRunId!: string | null;
}

@ObjectType('Review', { description: 'One run, as the viewer grades it.' })
export class ReviewType {
  @Field(() => ID)
  runId!: string;

  @Field(() => String)
  assignmentSlug!: string;

  @Field(() => String)
  assignmentTitle!: string;

  @Field(() => String)
  student!: string;

  @Field(() => Date)
  submittedAt!: Date;

  @Field(() => Float)
  automatic!: number;

  @Field(() => Float, { description: 'Points as they would be with what the viewer gave so far.' })
  preview!: number;

  @Field(() => ReviewStateEnum)
  state!: ReviewState;

  @Field(() => DeclarationType, { nullable: true, description: 'Null where the student declared nothing.' })
  declaration!: DeclarationType | null;

  @Field(() => [ReviewCriterionType])
  criteria!: ReviewCriterionType[];

  @Field(() => [ReviewCommentType])
  comments!: ReviewCommentType[];
}

@ObjectType('Grader', { description: 'Somebody who may review the work of students here.' })
export class GraderType {
  @Field(() => ID, { description: 'Of the person.' })
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('SavedComment')
export class SavedCommentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;
}
