import type { Tx } from './database.js';

/** The packages of those of these images that a worker has looked into. */
export function packagesOfImages(tx: Tx, imageIds: readonly string[]) {
  return tx.imagePackages.findMany({ where: { imageId: { in: [...imageIds] } } });
}
