import { BlobStore } from './blob-store.js';

/**
 * What runs left behind, and what authors uploaded until it has been processed, by digest. This is the only content that can
 * be deleted. It is kept in a place of its own, so that it never shares a file with permanent content.
 */
export abstract class ArtifactStore extends BlobStore {
  /** The digests of everything stored before a time. */
  abstract storedBefore(time: Date): AsyncGenerator<string>;

  /** Deletes for good. Deleting something that does not exist is not an error. */
  abstract delete(digest: string): Promise<void>;
}

/** The folder, or key prefix, of artifacts within stored content. */
export const ARTIFACTS = 'artifacts';
