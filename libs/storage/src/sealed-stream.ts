import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Plaintext bytes per sealed segment. */
export const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const PREFIX_BYTES = 7;

/** A segment was changed, moved, dropped or cut off. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/**
 * AES-256-GCM in segments, so that no byte is released before it is authenticated. The nonce is a random prefix, the
 * segment's number and whether it is the last one: segments cannot be reordered and the end cannot be cut off.
 */
export async function* seal(
  pieces: AsyncIterable<Buffer>,
  key: Buffer,
  prefix: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, isLast } of segments(pieces, SEGMENT_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number++, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The inverse of `seal`. @throws SealBrokenError */
export async function* unseal(
  pieces: AsyncIterable<Buffer>,
  key: Buffer,
  prefix: Buffer,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, isLast } of segments(pieces, SEGMENT_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new SealBrokenError('A sealed segment is too short.');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, number++, isLast));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const opened = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
    try {
      decipher.final();
    } catch (error) {
      throw new SealBrokenError('A sealed segment does not verify.', { cause: error });
    }
    yield opened;
  }
}

function nonce(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const value = Buffer.alloc(12);
  prefix.copy(value, 0, 0, PREFIX_BYTES);
  value.writeUInt32BE(number, PREFIX_BYTES);
  value.writeUInt8(isLast ? 1 : 0, 11);
  return value;
}

/** Cuts a stream into pieces of exactly `size` bytes. The last one may be shorter and is marked. */
async function* segments(
  pieces: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    while (held.length > size) {
      yield { bytes: held.subarray(0, size), isLast: false };
      held = held.subarray(size);
    }
  }
  yield { bytes: held, isLast: true };
}
