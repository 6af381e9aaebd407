import type { Tx } from './database.js';

/** Criteria of rubric versions, in the order of their rubric. */
export function criteriaOfRubrics(tx: Tx, rubricVersionIds: readonly string[]) {
  return tx.criterion.findMany({
    where: { rubricVersionId: { in: [...rubricVersionIds] } },
    orderBy: [{ rubricVersionId: 'asc' }, { position: 'asc' }],
  });
}
