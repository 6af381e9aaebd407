import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

/** The rubric in force of a version, criteria in their order. */
export const newestRubric = {
  rubric: {
    orderBy: { version: 'desc' },
    take: 1,
    include: { criteria: { orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.AssignmentVersionInclude;

/** Criteria of rubric versions, in the order of their rubric. */
export function criteriaOfRubrics(tx: Tx, rubricVersionIds: readonly string[]) {
  return tx.criterion.findMany({
    where: { rubricVersionId: { in: [...rubricVersionIds] } },
    orderBy: [{ rubricVersionId: 'asc' }, { position: 'asc' }],
  });
}
