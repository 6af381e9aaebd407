export { ArtifactStore } from './artifact-store.js';
export * from './blob-store.js';
export * from './errors.js';
export { FileBlobStore } from './file-blob-store.js';
export { Vault } from './vault.js';
export * from './sealed-box.js';
