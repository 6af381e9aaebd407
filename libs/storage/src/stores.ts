import type { ArtifactStore } from './artifact-store.js';
import type { BlobStore } from './blob-store.js';
import type { Bucket, BucketSettings } from './bucket.js';
import { FileArtifactStore } from './file-artifact-store.js';
import { FileBlobStore } from './file-blob-store.js';
import { S3ArtifactStore, S3BlobStore } from './s3-blob-store.js';
import { SealedBucket, SealedFolder } from './sealed-files.js';
import { Vault } from './vault.js';

/** Where stored content or hidden data is kept: a folder or a bucket. */
export type ContentPlace = { folder: string } | { bucket: BucketSettings };

export interface Stores {
  blobs: BlobStore;
  artifacts: ArtifactStore;
  /** Deletes what earlier versions put among the permanent content, though it was not to stay. */
  remover: BlobRemover;
}

export abstract class BlobRemover {
  /** Deletes for good. Deleting something that does not exist is not an error. */
  abstract delete(digest: string): Promise<void>;
}

/** Opens a bucket. The S3 library is heavy, so it is loaded only now. */
export async function openBucket(settings: BucketSettings): Promise<Bucket> {
  const { Bucket: Opened } = await import('./bucket.js');
  return new Opened(settings);
}

export async function storesIn(place: ContentPlace): Promise<Stores> {
  if ('folder' in place)
    return {
      blobs: new FileBlobStore(place.folder),
      artifacts: new FileArtifactStore(place.folder),
      remover: new FileArtifactStore(place.folder, ''),
    };
  const bucket = await openBucket(place.bucket);
  return {
    blobs: new S3BlobStore(bucket),
    artifacts: new S3ArtifactStore(bucket),
    remover: new S3ArtifactStore(bucket, ''),
  };
}

/** @param secret at least 32 random bytes: the deployment secret */
export async function vaultIn(place: ContentPlace, secret: Buffer): Promise<Vault> {
  const files =
    'folder' in place ? new SealedFolder(place.folder) : new SealedBucket(await openBucket(place.bucket));
  return new Vault(files, secret);
}
