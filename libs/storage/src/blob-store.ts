import type { Readable } from 'node:stream';
import { BlobNotFoundError } from './errors.js';

/** A stored blob: lower-case hexadecimal SHA-256 of its bytes, and their number. */
export interface StoredBlob {
  digest: string;
  size: number;
}

/** Immutable content, named by its SHA-256. Writing the same bytes twice stores them once. */
export abstract class BlobStore {
  /** @throws the stream's own error; nothing is stored then */
  abstract put(content: Readable | Buffer): Promise<StoredBlob>;

  /**
   * Stream a blob. The stream fails with BlobCorruptError at its end when the bytes do not match the digest, so treat
   * what was read as unverified until it ends.
   * @throws BlobNotFoundError
   */
  abstract get(digest: string): Promise<Readable>;

  /** @throws BlobNotFoundError @throws BlobCorruptError */
  abstract getBuffer(digest: string): Promise<Buffer>;

  abstract has(digest: string): Promise<boolean>;

  /** @throws BlobNotFoundError */
  abstract size(digest: string): Promise<number>;
}

/** The first of these that holds a blob. @throws BlobNotFoundError */
export async function holderOf(digest: string, stores: readonly BlobStore[]): Promise<BlobStore> {
  for (const store of stores) if (await store.has(digest)) return store;
  throw new BlobNotFoundError(digest);
}

const DIGEST = /^[0-9a-f]{64}$/;

/** @throws RangeError for anything but 64 hexadecimal digits: a digest becomes part of a path */
export function requireDigest(digest: string): string {
  if (!DIGEST.test(digest)) throw new RangeError('A digest is 64 lower-case hexadecimal digits.');
  return digest;
}

/**
 * The path or key of a blob: `ab/abcdef…`.
 * @throws RangeError as `requireDigest`
 */
export function placeOf(digest: string): string {
  return `${requireDigest(digest).slice(0, 2)}/${digest}`;
}
