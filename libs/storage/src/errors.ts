/** Nothing is stored under this digest. */
export class BlobNotFoundError extends Error {
  override readonly name = 'BlobNotFoundError';
  constructor(readonly digest: string) {
    super(`Nothing is stored under ${digest}. Restore it from a backup, or publish or upload it again.`);
  }
}

/** What is stored does not match its digest or its authentication tag. */
export class BlobCorruptError extends Error {
  override readonly name = 'BlobCorruptError';
  constructor(
    readonly digest: string,
    what: string,
  ) {
    super(`What is stored under ${digest} is damaged (${what}). Restore it from a backup.`);
  }
}

/** The store rejects our credentials. */
export class BucketRefusedError extends Error {
  override readonly name = 'BucketRefusedError';
  constructor(bucket: string, cause: Error) {
    super(
      `The store lets nobody into the bucket ${bucket} with this key. Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and what the key may do.`,
      { cause },
    );
  }
}
