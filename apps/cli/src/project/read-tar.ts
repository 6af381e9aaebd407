import { CONFIG_FILE, MAX_CONFIG_BYTES, type ArchiveEntry } from '@holdout/domain';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';

/** What is in an archive, and the text of each holdout.toml near its root (one folder around everything is allowed). */
export interface ArchiveContent {
  readonly entries: ArchiveEntry[];
  /** By path as it stands in the archive; undefined content means larger than allowed. */
  readonly configs: Map<string, Buffer | undefined>;
}

export interface ReadCaps {
  /** Reading stops beyond these; what was read until then is over the assignment's caps anyway. */
  readonly files: number;
  readonly unpackedBytes: number;
}

/**
 * Look into a tar or tar.gz. Unpacks into memory only the configuration, and never more bytes than the caps allow.
 * @throws Error when it is damaged.
 */
export async function readTar(bytes: Buffer, isGzip: boolean, caps: ReadCaps): Promise<ArchiveContent> {
  const content: ArchiveContent = { entries: [], configs: new Map() };
  const tar = extract();
  const source = Readable.from(chunksOf(bytes));
  const plain = isGzip ? source.pipe(createGunzip()) : source;
  if (plain !== source) plain.once('error', (error) => tar.destroy(error));
  plain.pipe(tar);
  let total = 0;
  try {
    for await (const entry of tar) {
      const { name, size = 0 } = entry.header;
      total += size;
      content.entries.push({ path: name, size, kind: kindOf(entry.header) });
      const isRead = isConfig(name) && size <= MAX_CONFIG_BYTES;
      if (isConfig(name)) content.configs.set(name, isRead ? await collect(entry) : undefined);
      if (!isRead) entry.resume();
      if (content.entries.length > caps.files || total > caps.unpackedBytes) break;
    }
  } finally {
    source.destroy();
    plain.destroy();
  }
  return content;
}

/** holdout.toml itself, or inside one folder. */
export function isConfig(name: string): boolean {
  const parts = name.replace(/^(\.\/)+/, '').split('/');
  return parts.at(-1) === CONFIG_FILE && parts.length <= 2;
}

function kindOf({ type }: Header): ArchiveEntry['kind'] {
  if (type === 'file' || type === 'contiguous-file') return 'file';
  if (type === 'directory') return 'folder';
  return type === 'symlink' || type === 'link' ? 'link' : 'special';
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** In pieces, so that a decompression bomb is stopped before it is inflated whole. */
function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
