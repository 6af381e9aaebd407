import type { CriterionMode, Skill, WorkflowStep } from '@holdout/domain';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

/** A criterion of a rubric as its author wrote it. */
export interface WrittenCriterion<Levels> {
  key: string;
  title: string;
  description: string;
  workflowStep: WorkflowStep;
  mode: CriterionMode;
  weight: number;
  isRequired: boolean;
  skills: readonly Skill[];
  levels: Levels;
  advice: string;
}

/** The rubric in force of a version, criteria in their order. */
export const newestRubric = {
  rubric: {
    orderBy: { version: 'desc' },
    take: 1,
    include: { criteria: { orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.AssignmentVersionInclude;

const lockOf = (assignmentVersionId: string): string => `rubric:${assignmentVersionId}`;

/** Keeps the rubric of this version from being replaced until the transaction ends. */
export async function holdRubric(tx: Tx, assignmentVersionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${lockOf(assignmentVersionId)}, 0))`;
}

/** Waits for transactions that use the rubric in force, and blocks new ones. */
export async function takeRubric(tx: Tx, assignmentVersionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOf(assignmentVersionId)}, 0))`;
}

/** Criteria of rubric versions, in the order of their rubric. */
export function criteriaOfRubrics(tx: Tx, rubricVersionIds: readonly string[]) {
  return tx.criterion.findMany({
    where: { rubricVersionId: { in: [...rubricVersionIds] } },
    orderBy: [{ rubricVersionId: 'asc' }, { position: 'asc' }],
  });
}
