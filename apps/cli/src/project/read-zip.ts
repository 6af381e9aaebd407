import { MAX_CONFIG_BYTES, type ArchiveEntry } from '@holdout/domain';
import { inflateRawSync } from 'node:zlib';
import { isConfig, type ArchiveContent, type ReadCaps } from './read-tar.js';

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const IS_ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const S_IFMT = 0o170000;

/**
 * Look into a zip file by its directory, as PKWARE's APPNOTE 6.3 lays it out (sections 4.3.7, 4.3.12 and 4.3.16).
 * @throws Error when it is damaged, encrypted, or in parts.
 */
export function readZip(bytes: Buffer, caps: ReadCaps): ArchiveContent {
  const content: ArchiveContent = { entries: [], configs: new Map() };
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count && content.entries.length <= caps.files; index += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) throw new Error('its directory is damaged');
    const size = bytes.readUInt32LE(at + 24);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    if (bytes.readUInt16LE(at + 8) & IS_ENCRYPTED)
      throw new Error('it is encrypted; pack it without a password');
    const kind = kindOf(name, bytes.readUInt32LE(at + 38) >>> 16);
    content.entries.push({ path: name, size: kind === 'folder' ? 0 : size, kind });
    if (isConfig(name)) content.configs.set(name, size > MAX_CONFIG_BYTES ? undefined : memberAt(bytes, at));
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return content;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new Error('its end is missing');
}

/** The content of the member whose directory entry stands at `central`. */
function memberAt(bytes: Buffer, central: number): Buffer {
  const method = bytes.readUInt16LE(central + 10);
  const packedBytes = bytes.readUInt32LE(central + 20);
  const local = bytes.readUInt32LE(central + 42);
  if (bytes.readUInt32LE(local) !== LOCAL_SIGNATURE) throw new Error('a member is damaged');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: MAX_CONFIG_BYTES + 1 });
  throw new Error('it uses a compression that is not read here; use deflate');
}

function kindOf(name: string, mode: number): ArchiveEntry['kind'] {
  const type = mode & S_IFMT;
  if (type === 0o120000) return 'link';
  if (name.endsWith('/') || type === 0o040000) return 'folder';
  return type === 0 || type === 0o100000 ? 'file' : 'special';
}
