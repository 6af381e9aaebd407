import type { Tx } from './database.js';

/** The package lists of those of these images that a worker has examined. */
export function packagesOfImages(tx: Tx, imageIds: readonly string[]) {
  return tx.imagePackages.findMany({ where: { imageId: { in: [...imageIds] } } });
}
