import type { Tx } from './database.js';

/** Criteria of rubric versions, in order, by rubric version id. */
export async function criteriaOfRubrics(tx: Tx, rubricVersionIds: readonly string[]) {
  const criteria = await tx.criterion.findMany({
    where: { rubricVersionId: { in: [...rubricVersionIds] } },
    orderBy: [{ rubricVersionId: 'asc' }, { position: 'asc' }],
  });
  return Map.groupBy(criteria, ({ rubricVersionId }) => rubricVersionId);
}
