import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { InputEntry } from '../sandbox.js';
import { encodeFrame, MAX_PAYLOAD_BYTES } from './frames.js';

const BLOCK = 512;

/** The INPUT frames and the END frame for a set of files: an uncompressed tar, cut to size. */
export async function* inputFrames(entries: ContainerInputs): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const piece of tarPieces(entries)) {
    for (let start = 0; start < piece.length;) {
      const part = piece.subarray(start, start + MAX_PAYLOAD_BYTES - size);
      pending.push(part);
      size += part.length;
      start += part.length;
      if (size === MAX_PAYLOAD_BYTES) {
        yield encodeFrame('I', Buffer.concat(pending));
        pending = [];
        size = 0;
      }
    }
  }
  yield encodeFrame('I', Buffer.concat(pending));
  yield encodeFrame('E');
}

type ContainerInputs = Iterable<InputEntry> | AsyncIterable<InputEntry>;

async function* tarPieces(entries: ContainerInputs): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    if ('bytes' in entry) {
      yield tarHeader(entry.path, entry.bytes.length);
      yield entry.bytes;
      yield padding(entry.bytes.length);
    } else {
      yield* filePieces(entry.path, entry.file);
    }
  }
  yield Buffer.alloc(2 * BLOCK);
}

async function* filePieces(path: string, file: string): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    yield tarHeader(path, size);
    // `end` is inclusive: a file that grows meanwhile must not spill over its header.
    if (size > 0) {
      const stream = createReadStream(file, { fd: handle.fd, autoClose: false, start: 0, end: size - 1 });
      for await (const chunk of stream) yield chunk as Buffer;
    }
    yield padding(size);
  } finally {
    await handle.close();
  }
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

function tarHeader(path: string, size: number): Buffer {
  if (path.startsWith('/') || path.split('/').includes('..') || Buffer.byteLength(path) > 100) {
    throw new RangeError(`An input's path is relative and at most 100 bytes long, unlike ${path}.`);
  }
  const header = Buffer.alloc(BLOCK);
  header.write(path, 0);
  header.write('0000644\0' + '0000000\0' + '0000000\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  header.write(`${' '.repeat(8)}0`, 148);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
