import {
  configMalformed,
  configMissing,
  rejectConfig,
  rejectEntries,
  rejectUpload,
  sniffArchive,
  withoutWrapper,
  type ArchiveLimits,
  type ArchiveRejection,
  type CommandRules,
} from '@holdout/domain';
import { parse, TomlError } from 'smol-toml';
import { openTar, openTarGz, openZip, type OpenedArchive } from './archive-entries';
import { packFolder } from './pack';
import type { ProjectFile } from './project-files';

export interface Rules {
  readonly limits: ArchiveLimits;
  readonly assignmentSlug: string;
  readonly commands: CommandRules;
}

export type CheckKey = 'packed' | 'type' | 'size' | 'content' | 'config';

export interface Checked {
  /** What will be sent. Null when something is wrong with it. */
  readonly archive: File | null;
  readonly rejection: ArchiveRejection | null;
  readonly passed: CheckKey[];
  readonly files: number;
}

/** Judge one archive before it is sent, with the rules the server will apply. */
export async function checkArchive(archive: File, rules: Rules): Promise<Checked> {
  const head = new Uint8Array(await archive.slice(0, 512).arrayBuffer());
  const refused = rejectUpload(head, archive.size, rules.limits);
  if (refused)
    return {
      archive: null,
      rejection: refused,
      passed: refused.code === 'ARCHIVE_TOO_LARGE' ? ['type'] : [],
      files: 0,
    };

  const opened = open(new Uint8Array(await archive.arrayBuffer()), head);
  if (!opened)
    return {
      archive: null,
      rejection: rejectUpload(new Uint8Array(512), 1, rules.limits),
      passed: ['size'],
      files: 0,
    };
  const entries = withoutWrapper(opened.entries);
  const files = entries.filter(({ kind }) => kind === 'file').length;
  const content = rejectEntries(entries, rules.limits);
  if (content) return { archive: null, rejection: content, passed: ['type', 'size'], files };
  const hasConfig = entries.some(({ path }) => path === 'holdout.toml');
  const config = hasConfig ? judgeConfig(opened.config, rules) : configMissing();
  if (config) return { archive: null, rejection: config, passed: ['type', 'size', 'content'], files };
  return { archive, rejection: null, passed: ['type', 'size', 'content', 'config'], files };
}

/** Judge a folder, then pack it and judge the archive that came out. */
export async function checkFolder(files: readonly ProjectFile[], rules: Rules): Promise<Checked> {
  const entries = files.map(({ path, file }) => ({ path, size: file.size, kind: 'file' as const }));
  const refused = rejectEntries(entries, rules.limits);
  if (refused) return { archive: null, rejection: refused, passed: [], files: files.length };
  const config = files.find(({ path }) => path === 'holdout.toml');
  const rejection = config ? judgeConfig(await config.file.text(), rules) : configMissing();
  if (rejection) return { archive: null, rejection, passed: ['content'], files: files.length };
  const archive = new File([await packFolder(files)], 'project.zip', { type: 'application/zip' });
  const checked = await checkArchive(archive, rules);
  return { ...checked, passed: ['packed', ...checked.passed], files: files.length };
}

function judgeConfig(text: string | null, { assignmentSlug, commands }: Rules): ArchiveRejection | null {
  if (text === null) return configMissing();
  try {
    return rejectConfig(parse(text), assignmentSlug, commands);
  } catch (error) {
    if (error instanceof TomlError)
      return configMalformed(`line ${error.line}: ${error.message.split('\n')[0] ?? ''}`);
    throw error;
  }
}

/** Null when the bytes are damaged: the reader's own words ("invalid distance") would help nobody. */
function open(bytes: Uint8Array, head: Uint8Array): OpenedArchive | null {
  try {
    const format = sniffArchive(head);
    return format === 'zip' ? openZip(bytes) : format === 'gzip' ? openTarGz(bytes) : openTar(bytes);
  } catch (error) {
    console.info('The archive could not be read.', error);
    return null;
  }
}
