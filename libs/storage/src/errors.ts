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
