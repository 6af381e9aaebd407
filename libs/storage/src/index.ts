export { ArtifactStore } from './artifact-store.js';
export * from './blob-store.js';
export type { Bucket, BucketSettings } from './bucket.js';
export * from './errors.js';
export { FileArtifactStore } from './file-artifact-store.js';
export { FileBlobStore } from './file-blob-store.js';
export { BlobRemover, openBucket, storesIn, vaultIn, type ContentPlace, type Stores } from './stores.js';
export { Vault } from './vault.js';
export * from './sealed-box.js';
