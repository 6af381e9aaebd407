import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NotFound,
  NoSuchBucket,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import { BucketRefusedError } from './errors.js';

/** The address of an S3-compatible store, and our credentials there. */
export interface BucketSettings {
  bucket: string;
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface StoredObject {
  key: string;
  size: number;
  changedAt: Date;
}

/** An object to upload. Its bytes may have to be sent twice. */
export interface NewObject {
  size: number;
  /** Lower-case hexadecimal; the server checks it against what arrives. */
  sha256: string;
  open: () => Readable | Buffer;
}

/** The objects of one bucket. */
export class Bucket {
  private readonly client: S3Client;
  private readonly name: string;

  constructor({ bucket, endpoint, region, accessKeyId, secretAccessKey }: BucketSettings) {
    this.name = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Not every store serves buckets under a host name of their own.
      forcePathStyle: true,
      // Content is checked by our own SHA-256; some servers do not support the checksums that the library would choose.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** Null when there is no such object. */
  async head(key: string): Promise<StoredObject | null> {
    const head = new HeadObjectCommand({ Bucket: this.name, Key: key });
    const found = await this.client.send(head).catch((error: unknown) => this.nullIfMissing(error));
    return found && { key, size: found.ContentLength ?? 0, changedAt: found.LastModified ?? new Date(0) };
  }

  /** Null when there is no such object. */
  async read(key: string): Promise<Readable | null> {
    const get = new GetObjectCommand({ Bucket: this.name, Key: key });
    const found = await this.client.send(get).catch((error: unknown) => this.nullIfMissing(error));
    return found && (found.Body as Readable);
  }

  /** Afterwards either the whole object exists, or nothing. */
  async write(key: string, { size, sha256, open }: NewObject): Promise<void> {
    await this.client.send(
      new PutObjectCommand({
        Bucket: this.name,
        Key: key,
        Body: open(),
        ContentLength: size,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      }),
    );
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.name, Key: key }));
  }

  /** All objects whose key has this prefix, in the order of their keys. */
  async *list(prefix: string): AsyncGenerator<StoredObject> {
    let after: string | undefined;
    do {
      const { Contents: found = [], NextContinuationToken: next } = await this.page(prefix, after);
      for (const { Key: key = '', Size: size = 0, LastModified: changedAt = new Date(0) } of found)
        yield { key, size, changedAt };
      after = next;
    } while (after);
  }

  /** Some servers create a bucket on the first write; until then it counts as empty. */
  private async page(
    prefix: string,
    after: string | undefined,
  ): Promise<Pick<ListObjectsV2CommandOutput, 'Contents' | 'NextContinuationToken'>> {
    const list = new ListObjectsV2Command({
      Bucket: this.name,
      Prefix: prefix,
      ...(after ? { ContinuationToken: after } : {}),
    });
    return this.client.send(list).catch((error: unknown) => {
      if (error instanceof NoSuchBucket) return {};
      throw error;
    });
  }

  /** HEAD answers have no body, so they do not say what is wrong. */
  private nullIfMissing(error: unknown): null {
    if (error instanceof NotFound || error instanceof NoSuchKey) return null;
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403)
      throw new BucketRefusedError(this.name, error);
    throw error;
  }
}
