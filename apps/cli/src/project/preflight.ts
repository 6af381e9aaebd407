import {
  configMissing,
  CONFIG_FILE,
  rejectConfig,
  type CommandRules,
  rejectEntries,
  rejectUpload,
  type ArchiveLimits,
  type ArchiveRejection,
} from '@holdout/domain';
import { PreflightError } from '../errors.js';
import { listProject } from './project-files.js';
import type { Archive } from '../api/upload.js';
import {
  bytesOf,
  inspectArchive,
  inspectFolder,
  readArchive,
  uploadName,
  type Inspected,
  type Source,
} from './source.js';

/** What an assignment demands of a project. */
interface Demands {
  readonly slug: string;
  readonly limits: ArchiveLimits;
  /** What holdout.toml must and may name. */
  readonly commands: CommandRules;
}

/**
 * Apply the server's own rules before anything is sent, then give the archive to be sent.
 * @throws PreflightError naming the first thing that would be refused.
 */
export async function prepareArchive(source: Source, demands: Demands): Promise<Archive> {
  return source.kind === 'folder' ? prepareFolder(source, demands) : prepareFile(source, demands);
}

/** The archive as it is, for the server to judge. */
export async function readUnchecked(source: Source, slug: string): Promise<Archive> {
  const entries = source.kind === 'folder' ? await listProject(source.path) : [];
  return {
    fileName: uploadName(source, slug),
    bytes: await bytesOf(
      source,
      entries.filter(({ kind }) => kind === 'file'),
    ),
  };
}

async function prepareFolder(source: Source, demands: Demands): Promise<Archive> {
  const inspected = await inspectFolder(source.path);
  refuseIf(judge(inspected, demands));
  const bytes = await bytesOf(source, inspected.entries);
  refuseIf(rejectUpload(bytes.subarray(0, 512), bytes.length, demands.limits));
  return { fileName: uploadName(source, demands.slug), bytes };
}

async function prepareFile(source: Source, demands: Demands): Promise<Archive> {
  const bytes = await readArchive(source.path);
  refuseIf(rejectUpload(bytes.subarray(0, 512), bytes.length, demands.limits));
  refuseIf(judge(await inspectArchive(bytes), demands));
  return { fileName: uploadName(source, demands.slug), bytes };
}

function judge({ entries, config }: Inspected, { slug, limits, commands }: Demands): ArchiveRejection | null {
  const rejection = rejectEntries(entries, limits);
  if (rejection) return rejection;
  const hasConfig = entries.some((entry) => entry.path === CONFIG_FILE && entry.kind === 'file');
  return hasConfig ? rejectConfig(config, slug, commands) : configMissing();
}

function refuseIf(rejection: ArchiveRejection | null): void {
  if (rejection) throw new PreflightError(rejection);
}
