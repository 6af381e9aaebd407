import { sizeText } from './size-text.js';

/**
 * What a submission must look like before it is worth sending. The grading container enforces the same rules with the
 * same codes; these spare the student the wait. Pure, so that the browser can use them too.
 */
export const ARCHIVE_REJECTION_CODES = [
  'ARCHIVE_EMPTY',
  'ARCHIVE_NOT_READABLE',
  'ARCHIVE_TOO_LARGE',
  'ARCHIVE_TOO_MANY_FILES',
  'ARCHIVE_UNSAFE_PATH',
  'ARCHIVE_LINK',
  'ARCHIVE_SPECIAL_FILE',
  'CONFIG_MISSING',
  'CONFIG_TOO_LARGE',
  'CONFIG_MALFORMED',
  'CONFIG_INVALID',
] as const;
export type ArchiveRejectionCode = (typeof ARCHIVE_REJECTION_CODES)[number];

export interface ArchiveRejection {
  readonly code: ArchiveRejectionCode;
  /** The fact, then what to do. */
  readonly message: string;
  /** Path inside the project that is at fault. */
  readonly file: string | null;
}

/** Caps of an assignment, in bytes and files. */
export interface ArchiveLimits {
  readonly archiveBytes: number;
  readonly unpackedBytes: number;
  readonly files: number;
}

export interface ArchiveEntry {
  /** Relative to the project folder, parts separated by `/`. */
  readonly path: string;
  /** Unpacked size in bytes; 0 for folders. */
  readonly size: number;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
}

export type ArchiveFormat = 'gzip' | 'zip' | 'tar';

const MAX_PART_BYTES = 200;
const MAX_PATH_BYTES = 1024;
const MAX_DEPTH = 32;

/** Tell an archive by its first bytes (512 suffice); null when it is none that is accepted. */
export function sniffArchive(head: Uint8Array): ArchiveFormat | null {
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (startsWith(0x1f, 0x8b)) return 'gzip';
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  return String.fromCharCode(...head.subarray(257, 262)) === 'ustar' ? 'tar' : null;
}

/** Judge an archive as it is, unopened. `head` holds its first 512 bytes, `size` is in bytes. */
export function rejectUpload(head: Uint8Array, size: number, limits: ArchiveLimits): ArchiveRejection | null {
  if (size === 0) {
    return rejectArchive(
      'ARCHIVE_EMPTY',
      'The archive is empty (0 bytes). Pack the project folder and try again.',
    );
  }
  if (size > limits.archiveBytes) {
    return rejectArchive(
      'ARCHIVE_TOO_LARGE',
      `The archive has ${sizeText(size)}; this assignment accepts ${sizeText(limits.archiveBytes)}. Leave out data, caches and environments.`,
    );
  }
  if (sniffArchive(head) === null) {
    return rejectArchive(
      'ARCHIVE_NOT_READABLE',
      'This is neither a tar.gz nor a zip archive. Pack the project folder as one of them.',
    );
  }
  return null;
}

/** Judge what is in an archive, or would be. Entries are counted as the server counts them: folders too. */
export function rejectEntries(
  entries: readonly ArchiveEntry[],
  limits: ArchiveLimits,
): ArchiveRejection | null {
  if (entries.length > limits.files) {
    return rejectArchive(
      'ARCHIVE_TOO_MANY_FILES',
      `The project holds ${entries.length} files and folders; this assignment accepts ${limits.files}. Leave out data, caches and environments.`,
    );
  }
  for (const entry of entries) {
    const rejection = rejectEntry(entry);
    if (rejection) return rejection;
  }
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.unpackedBytes) {
    const largest = entries.reduce((a, b) => (b.size > a.size ? b : a));
    return rejectArchive(
      'ARCHIVE_TOO_LARGE',
      `The project has ${sizeText(total)} unpacked; this assignment accepts ${sizeText(limits.unpackedBytes)}. The largest file is ${largest.path} (${sizeText(largest.size)}).`,
      largest.path,
    );
  }
  if (!entries.some((entry) => entry.kind === 'file')) {
    return rejectArchive(
      'ARCHIVE_EMPTY',
      'The project holds no files. Check the folder and what it ignores.',
    );
  }
  return null;
}

function rejectEntry({ path, kind }: ArchiveEntry): ArchiveRejection | null {
  const shown = printable(path);
  const unsafe = (message: string) => rejectArchive('ARCHIVE_UNSAFE_PATH', message, shown);
  if (path.startsWith('/')) {
    return unsafe(`The path ${shown} is absolute. Pack files with paths relative to the project folder.`);
  }
  const parts = path
    .replace(/\/+$/, '')
    .split('/')
    .filter((part) => part !== '.');
  for (const part of parts) {
    if (part === '..')
      return unsafe(`The path ${shown} leads out of the project folder with '..'. Remove it.`);
    if (part === '' && parts.length > 1) {
      return unsafe(`The path ${shown} has an empty part. Remove the doubled slash.`);
    }
    if (utf8Bytes(part) > MAX_PART_BYTES) {
      return unsafe(`The name ${shown} is longer than ${MAX_PART_BYTES} bytes. Shorten it.`);
    }
    if (UNPRINTABLE.test(part) || part.includes('\\')) {
      return unsafe(`The name ${shown} holds a backslash or a control character. Rename the file.`);
    }
  }
  if (parts.length > MAX_DEPTH || utf8Bytes(parts.join('/')) > MAX_PATH_BYTES) {
    return unsafe(`The path ${shown} is too deep or too long. Use fewer folders.`);
  }
  if (kind === 'link') {
    return rejectArchive(
      'ARCHIVE_LINK',
      `${shown} is a link. Put the file it points to in its place.`,
      shown,
    );
  }
  if (kind === 'special') {
    return rejectArchive(
      'ARCHIVE_SPECIAL_FILE',
      `${shown} is not a regular file (a device, pipe or the like). Remove it.`,
      shown,
    );
  }
  return null;
}

/** Drop one folder around everything, which many packing programs add. */
export function withoutWrapper(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const clean = entries.map((entry) => ({
    ...entry,
    path: entry.path.replace(/^(\.\/)+/, '').replace(/\/+$/, ''),
  }));
  const kept = clean.filter(({ path }) => path !== '' && path !== '.' && !isPackagingNoise(path));
  const top = kept[0]?.path.split('/')[0];
  const isWrapped =
    kept.length > 0 &&
    kept.every(({ path, kind }) => path.startsWith(`${top}/`) || (path === top && kind === 'folder'));
  if (!isWrapped) return kept;
  return kept.flatMap((entry) =>
    entry.path === top ? [] : [{ ...entry, path: entry.path.slice(`${top}/`.length) }],
  );
}

function isPackagingNoise(path: string): boolean {
  return path.split('/')[0] === '__MACOSX' || path.split('/').at(-1) === '.DS_Store';
}

/** Build a rejection. */
export function rejectArchive(
  code: ArchiveRejectionCode,
  message: string,
  file: string | null = null,
): ArchiveRejection {
  return { code, message, file };
}

// Control, format and unassigned characters, and halves of surrogate pairs (names that are not valid Unicode).
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]|(?! )\p{Zs}/u;

/** A name from a stranger, safe to print. */
export function printable(path: string): string {
  const text = path.replace(new RegExp(UNPRINTABLE, 'gu'), '?');
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
