import { assignmentBySlug, cohortBySlug, listCohorts, type Tx } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import type { LaunchMessage } from '@holdout/lti';

/** What a link says itself, in its custom parameters "assignment" and "cohort"; the latter may be left out where there is one. */
export async function namedPlace(
  tx: Tx,
  { assignment, cohort }: Pick<LaunchMessage, 'assignment' | 'cohort'>,
): Promise<{ cohortId: string; assignmentId: string } | null> {
  if (assignment === null) return null;
  try {
    const { id: assignmentId } = await assignmentBySlug(tx, assignment);
    if (cohort !== null) return { assignmentId, cohortId: (await cohortBySlug(tx, cohort)).id };
    const [only, ...others] = await listCohorts(tx);
    return only && others.length === 0 ? { assignmentId, cohortId: only.id } : null;
  } catch (error) {
    // Whoever wrote the link misspelt it; an instructor can say what it opens.
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
