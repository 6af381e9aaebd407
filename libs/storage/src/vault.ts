import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { requireDigest, type StoredBlob } from './blob-store.js';
import { BlobCorruptError, BlobNotFoundError } from './errors.js';
import type { SealedFiles } from './sealed-files.js';
import { SealBrokenError, seal, unseal } from './sealed-stream.js';

const MAGIC = Buffer.from('HOLDOUT-VAULT-1\n');
const SALT_BYTES = 32;
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + PREFIX_BYTES;
const KEY_BYTES = 32;

/**
 * Hidden data at rest, encrypted under a key derived from the deployment secret and named by a keyed hash, so that neither
 * files nor names reveal anything without the secret. Only the worker opens it.
 */
export class Vault {
  private readonly nameKey: Buffer;

  /** @param secret at least 32 random bytes: the deployment secret */
  constructor(
    private readonly files: SealedFiles,
    private readonly secret: Buffer,
  ) {
    if (secret.length < 32) throw new RangeError('The deployment secret has at least 32 bytes.');
    this.nameKey = derive(secret, Buffer.alloc(0), 'holdout vault name');
  }

  /** The returned `digest` is the keyed hash under which the content can be found again. */
  async put(content: Readable | Buffer): Promise<StoredBlob> {
    const salt = randomBytes(SALT_BYTES);
    const prefix = randomBytes(PREFIX_BYTES);
    const name = createHmac('sha256', this.nameKey);
    let size = 0;
    let digest = '';
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
        const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string | Uint8Array);
        name.update(bytes);
        size += bytes.length;
        yield bytes;
      }
    }
    const key = this.fileKey(salt);
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.concat([MAGIC, salt, prefix]);
      yield* seal(counted(), key, prefix);
    }
    await this.files.write(file(), () => (digest = name.digest('hex')));
    return { digest, size };
  }

  /** @throws BlobNotFoundError @throws BlobCorruptError also when the deployment secret is another one */
  async getBuffer(digest: string): Promise<Buffer> {
    const file = await this.files.read(requireDigest(digest));
    if (!file) throw new BlobNotFoundError(digest);
    const parts: Buffer[] = [];
    try {
      const { salt, prefix, body } = await readHeader(file, digest);
      for await (const part of unseal(body, this.fileKey(salt), prefix)) parts.push(part);
    } catch (error) {
      if (error instanceof SealBrokenError) {
        throw new BlobCorruptError(
          digest,
          'its seal is broken, or HOLDOUT_DEPLOYMENT_SECRET is not the one it was sealed with',
        );
      }
      throw error;
    } finally {
      file.destroy();
    }
    const content = Buffer.concat(parts);
    if (createHmac('sha256', this.nameKey).update(content).digest('hex') !== digest) {
      throw new BlobCorruptError(digest, 'it is another entry');
    }
    return content;
  }

  has(digest: string): Promise<boolean> {
    return this.files.has(requireDigest(digest));
  }

  private fileKey(salt: Buffer): Buffer {
    return derive(this.secret, salt, 'holdout vault file');
  }
}

/** Splits a file into its header and the sealed segments that follow. */
async function readHeader(
  file: AsyncIterable<Buffer>,
  digest: string,
): Promise<{ salt: Buffer; prefix: Buffer; body: AsyncIterable<Buffer> }> {
  const pieces = file[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < HEADER_BYTES) {
    const piece = await pieces.next();
    if (piece.done) throw new BlobCorruptError(digest, 'it is no vault file');
    held = Buffer.concat([held, piece.value]);
  }
  if (!held.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BlobCorruptError(digest, 'it is no vault file');
  const salt = held.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const prefix = held.subarray(MAGIC.length + SALT_BYTES, HEADER_BYTES);
  return { salt, prefix, body: following(held.subarray(HEADER_BYTES), pieces) };
}

async function* following(first: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
}

function derive(secret: Buffer, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES));
}
