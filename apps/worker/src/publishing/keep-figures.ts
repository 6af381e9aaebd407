import { figuresKept, keepFigure, type Database } from '@holdout/db';
import { BadUserInputError, FIGURE_LIMITS as MAX, figureAddress } from '@holdout/domain';
import { withAddresses, type LoadedAssignment } from '@holdout/grading';
import type { BlobStore } from '@holdout/storage';

interface Keeper {
  organizationId: string;
  /** Null if the deployment itself publishes. */
  actorId: string | null;
}

/**
 * Keeps the pictures of a brief's folder just as pictures that are uploaded one by one, and points the brief to them. The
 * same picture is stored as the same figure, so that the same folder gives the same brief.
 * @throws BadUserInputError when the organization has as many as it may
 */
export async function keepFigures(
  assignment: LoadedAssignment,
  { organizationId, actorId }: Keeper,
  { database, blobs }: { database: Database; blobs: BlobStore },
): Promise<LoadedAssignment> {
  const { figures, brief } = assignment;
  if (figures.size === 0) return assignment;
  const stored = await Promise.all(
    [...figures].map(async ([url, { content, mediaType }]) => {
      const { digest, size: bytes } = await blobs.put(content);
      return [url, { digest, bytes, mediaType }] as const;
    }),
  );
  const addresses = await database.inTenant({ organizationId, userId: actorId }, async (tx) => {
    const found = new Map<string, string>();
    for (const [url, picture] of stored) {
      const { id } = await keepFigure(tx, { organizationId, uploadedBy: actorId, ...picture });
      found.set(url, figureAddress(id));
    }
    if ((await figuresKept(tx)) > MAX.perOrganization)
      throw new BadUserInputError(
        `With those of ${assignment.definition.slug} the organization would have more than ${MAX.perOrganization} figures.`,
        { field: 'brief', limit: MAX.perOrganization },
      );
    return found;
  });
  return { ...assignment, brief: await withAddresses(brief, addresses), figures: new Map() };
}
