import {
  configMissing,
  configTooLarge,
  CONFIG_FILE,
  rejectUpload,
  sniffArchive,
  withoutWrapper,
  type ArchiveEntry,
} from '@holdout/domain';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { PreflightError, UsageError } from '../errors.js';
import { isMissingFile } from '../files.js';
import { assignmentIn, parseConfig, readConfig } from './config-file.js';
import { packFiles } from './pack.js';
import { listProject } from './project-files.js';
import { readTar, type ArchiveContent } from './read-tar.js';
import { readZip } from './read-zip.js';

/** What the student handed to the command: a folder to be packed, or an archive to be sent as it is. */
export type Source =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'archive'; readonly path: string };

/** Looked at once, judged against an assignment's rules later. */
export interface Inspected {
  readonly entries: readonly ArchiveEntry[];
  /** Parsed holdout.toml. */
  readonly config: unknown;
}

/** Far above any assignment's caps; only guards this process. */
const HARD_CAPS = { files: 50_000, unpackedBytes: 4 * 2 ** 30 };
const HARD_ARCHIVE_BYTES = 2 ** 30;

/** @throws UsageError when there is nothing of that name. */
export async function sourceAt(location: string): Promise<Source> {
  try {
    const stats = await stat(location);
    if (stats.isDirectory()) return { kind: 'folder', path: location };
    if (stats.isFile()) return { kind: 'archive', path: location };
  } catch (error) {
    if (!isMissingFile(error)) throw error;
    throw new UsageError(
      `${location} does not exist. Name the project folder, or an archive of it.`,
      'SOURCE_MISSING',
    );
  }
  throw new UsageError(
    `${location} is neither a folder nor a file. Name the project folder, or an archive of it.`,
    'SOURCE_MISSING',
  );
}

/** List what a folder would send. @throws PreflightError when holdout.toml is missing or malformed. */
export async function inspectFolder(root: string): Promise<Inspected> {
  const entries = await listProject(root);
  if (!entries.some((entry) => entry.path === CONFIG_FILE)) throw new PreflightError(configMissing());
  return { entries, config: await readConfig(root) };
}

/** @throws PreflightError when the file is too large to be an archive of any assignment. */
export async function readArchive(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > HARD_ARCHIVE_BYTES) {
    const limits = { archiveBytes: HARD_ARCHIVE_BYTES, ...HARD_CAPS };
    const rejection = rejectUpload(new Uint8Array(), size, limits);
    if (rejection) throw new PreflightError(rejection);
  }
  return readFile(file);
}

/** Look into an archive. @throws PreflightError when it cannot be read or has no usable holdout.toml. */
export async function inspectArchive(bytes: Buffer): Promise<Inspected> {
  const content = await contentOf(bytes);
  const entries = withoutWrapper(content.entries);
  const name = configName(content, entries);
  if (name === undefined) return { entries, config: undefined };
  const config = content.configs.get(name);
  if (config === undefined) throw new PreflightError(configTooLarge());
  return { entries, config: parseConfig(config) };
}

/**
 * The assignment that the project's holdout.toml names.
 * @throws PreflightError when there is no usable holdout.toml, UsageError when it names none.
 */
export async function slugOf(source: Source): Promise<string> {
  const config =
    source.kind === 'folder' ? await readConfig(source.path) : (await inspectUpload(source.path)).config;
  const slug = assignmentIn(config);
  if (slug === undefined) {
    throw new UsageError(
      `${CONFIG_FILE} names no assignment. Set assignment under [project], or add --assignment SLUG.`,
      'ASSIGNMENT_MISSING',
    );
  }
  return slug;
}

async function inspectUpload(file: string): Promise<Inspected> {
  const bytes = await readArchive(file);
  const rejection = rejectUpload(bytes.subarray(0, 512), bytes.length, {
    archiveBytes: HARD_ARCHIVE_BYTES,
    ...HARD_CAPS,
  });
  if (rejection) throw new PreflightError(rejection);
  const inspected = await inspectArchive(bytes);
  if (!inspected.entries.some((entry) => entry.path === CONFIG_FILE))
    throw new PreflightError(configMissing());
  return inspected;
}

/** Pack a folder, or read the archive. */
export async function bytesOf(source: Source, entries: readonly ArchiveEntry[]): Promise<Buffer> {
  return source.kind === 'folder' ? packFiles(source.path, entries) : readArchive(source.path);
}

/** The name an archive is uploaded under. */
export function uploadName(source: Source, slug: string): string {
  return source.kind === 'folder' ? `${slug}.tar.gz` : path.basename(source.path);
}

async function contentOf(bytes: Buffer): Promise<ArchiveContent> {
  const format = sniffArchive(bytes.subarray(0, 512));
  try {
    return format === 'zip' ? readZip(bytes, HARD_CAPS) : await readTar(bytes, format === 'gzip', HARD_CAPS);
  } catch (error) {
    const fact =
      error instanceof RangeError ? 'it is cut off' : error instanceof Error ? error.message : String(error);
    throw new PreflightError({
      code: 'ARCHIVE_NOT_READABLE',
      message: `The archive cannot be read: ${fact}. Pack the project folder again.`,
      file: null,
    });
  }
}

function configName(content: ArchiveContent, entries: readonly ArchiveEntry[]): string | undefined {
  if (!entries.some((entry) => entry.path === CONFIG_FILE && entry.kind === 'file')) return undefined;
  const depthOf = (name: string) => name.replace(/^(\.\/)+/, '').split('/').length;
  return [...content.configs.keys()].sort((a, b) => depthOf(a) - depthOf(b))[0];
}
