import type { ArchiveEntry } from '@holdout/domain';
import { gunzipSync, unzipSync } from 'fflate';

export interface OpenedArchive {
  readonly entries: ArchiveEntry[];
  /** Text of the holdout.toml nearest to the root; null when there is none. */
  readonly config: string | null;
}

const BLOCK = 512;
const decoder = new TextDecoder();
const isConfig = (path: string) => /^([^/]+\/)?holdout\.toml$/.test(path.replace(/^\.\//, ''));

/** List a zip without unpacking it, except for holdout.toml. @throws when it cannot be read. */
export function openZip(bytes: Uint8Array): OpenedArchive {
  const entries: ArchiveEntry[] = [];
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries.push({
        path: name.replace(/\/$/, ''),
        size: originalSize,
        kind: name.endsWith('/') ? 'folder' : 'file',
      });
      return isConfig(name) && originalSize <= 65_536;
    },
  });
  const found = Object.entries(unpacked).toSorted(([a], [b]) => a.length - b.length)[0];
  return { entries, config: found ? decoder.decode(found[1]) : null };
}

/** List a tar.gz. @throws when it cannot be read. */
export function openTarGz(bytes: Uint8Array): OpenedArchive {
  return openTar(gunzipSync(bytes));
}

/** List a tar. @throws RangeError when a header is cut off. */
export function openTar(bytes: Uint8Array): OpenedArchive {
  const entries: ArchiveEntry[] = [];
  let config: string | null = null;
  let longName: string | null = null;
  for (let offset = 0; offset + BLOCK <= bytes.length;) {
    const header = bytes.subarray(offset, offset + BLOCK);
    if (header[0] === 0) break;
    const size = Number.parseInt(field(header, 124, 12), 8) || 0;
    const body = bytes.subarray(offset + BLOCK, offset + BLOCK + size);
    if (body.length < size) throw new RangeError('The archive ends inside a file.');
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = decoder.decode(body).replace(/\0.*$/s, '');
    else if (type === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(decoder.decode(body))?.[1] ?? null;
    else if (type !== 'g') {
      const path: string = (longName ?? joined(field(header, 345, 155), field(header, 0, 100))).replace(
        /\/$/,
        '',
      );
      longName = null;
      entries.push({ path, size: type === '5' ? 0 : size, kind: kindOf(type) });
      if (config === null && isConfig(path) && size <= 65_536) config = decoder.decode(body);
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return { entries, config };
}

const field = (header: Uint8Array, at: number, length: number) =>
  decoder
    .decode(header.subarray(at, at + length))
    .replace(/\0.*$/s, '')
    .trim();
const joined = (prefix: string, name: string) => (prefix ? `${prefix}/${name}` : name);

function kindOf(type: string): ArchiveEntry['kind'] {
  if (type === '0' || type === '\0' || type === '7') return 'file';
  if (type === '5') return 'folder';
  return type === '1' || type === '2' ? 'link' : 'special';
}
