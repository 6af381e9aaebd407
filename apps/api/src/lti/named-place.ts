import { assignmentBySlug, cohortBySlug, listCohorts, type Tx } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import type { LaunchMessage } from '@holdout/lti';

/**
 * What a link itself names, in its custom parameters "assignment" and "cohort". The cohort may be left out if there is only
 * one.
 */
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
    // The link is misspelt; an instructor can choose what it opens.
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
