import { BlobStore } from './blob-store.js';

/**
 * What runs left behind, and what authors sent until it was worked on, by digest. The only content that may go again: it lies in a place
 * of its own, so that nothing that is kept for good can share a file with it.
 */
export abstract class ArtifactStore extends BlobStore {
  /** Digests of all that was stored before a time. */
  abstract storedBefore(time: Date): AsyncGenerator<string>;

  /** Deletes for good. What is not there is deleted already. */
  abstract delete(digest: string): Promise<void>;
}

/** Where artifacts lie among stored content. */
export const ARTIFACTS = 'artifacts';
