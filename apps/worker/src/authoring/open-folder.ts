import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { IMPORT_LIMITS, rejectUpload, sniffArchive } from '@holdout/domain';
import {
  AssignmentInvalidError,
  folderOfFiles,
  problemOf,
  readTar,
  requiredImage,
  type AssignmentFolder,
  type GradingDeps,
} from '@holdout/grading';
import { SandboxUnavailableError } from '@holdout/sandbox';

const MIB = 1024 * 1024;
const FOLDER = 'folder';
const gunzipped = promisify(gunzip);
/** Leaves room for a header per file. */
const LARGEST_TAR = IMPORT_LIMITS.unpackedBytes + 8 * MIB;
/** The container holds the archive, its unpacked files and the resulting tar in memory at the same time. */
const LIMITS = {
  wallSeconds: 120,
  memoryBytes: 2048 * MIB,
  cpus: 1,
  pids: 64,
  diskBytes: 1024 * MIB,
  logBytes: 65_536,
  outputBytes: LARGEST_TAR,
};

/**
 * The folder inside an instructor's archive. A container opens it under the rules for untrusted archives, and returns a tar
 * that the container made itself.
 * @throws AssignmentInvalidError when the archive breaks a rule
 * @throws SandboxUnavailableError
 */
export async function openFolder(
  deps: GradingDeps,
  archive: Buffer,
  name: string,
  labels: { runId: string; organizationId: string },
): Promise<AssignmentFolder> {
  const refused = rejectUpload(archive.subarray(0, 512), archive.length, IMPORT_LIMITS);
  if (refused) throw new AssignmentInvalidError([problemOf(refused.file ?? name, refused.message)]);
  const tar = await decompressed(archive, name);
  const { outcome, rejection, outputs } = await deps.sandbox.run({
    image: requiredImage(deps.images, 'scorer'),
    trusted: true,
    job: {
      kind: 'exec',
      argv: ['true'],
      cwd: '/work',
      unpack: [{ archive: 'archive.bin', to: FOLDER }],
      outputs: [{ name: FOLDER, path: `/work/${FOLDER}`, kind: 'tree', maxBytes: LIMITS.outputBytes }],
      limits: {
        archiveFiles: IMPORT_LIMITS.files,
        archiveBytes: IMPORT_LIMITS.unpackedBytes,
        fileBytes: IMPORT_LIMITS.unpackedBytes,
      },
    },
    inputs: [{ path: 'archive.bin', bytes: tar }],
    limits: LIMITS,
    labels: { ...labels, phase: 'open' },
  });
  if (rejection) throw new AssignmentInvalidError([problemOf(rejection.file ?? name, rejection.message)]);
  const folder = outputs.get(FOLDER);
  if (outcome.kind === 'timed-out' || outcome.kind === 'out-of-memory') {
    const message = 'The archive takes more time or memory to unpack than is allowed.';
    throw new AssignmentInvalidError([
      problemOf(name, message, { suggestion: 'Pack fewer and smaller files.' }),
    ]);
  }
  if (!folder)
    throw new SandboxUnavailableError(`Opening an archive ended as ${outcome.kind} without a folder.`);
  return folderOfFiles(name, withoutWrapper(await readTar(folder)));
}

/**
 * Gunzips a tar without looking inside: only the container parses it.
 * @throws AssignmentInvalidError
 */
async function decompressed(archive: Buffer, name: string): Promise<Buffer> {
  if (sniffArchive(archive.subarray(0, 512)) !== 'gzip') {
    const suggestion = 'Pack it as a tar.gz, or use holdout assignment import.';
    throw new AssignmentInvalidError([problemOf(name, 'The archive is no tar.gz.', { suggestion })]);
  }
  try {
    return await gunzipped(archive, { maxOutputLength: LARGEST_TAR });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ERR_BUFFER_TOO_LARGE'
        ? `The folder has more than ${IMPORT_LIMITS.unpackedBytes / MIB} MiB unpacked. Leave out what the definition does not name.`
        : 'The archive is damaged or incomplete. Pack the folder again.';
    throw new AssignmentInvalidError([problemOf(name, message)]);
  }
}

/** Many programs pack the folder itself. If everything is inside one folder, that folder is the assignment. */
function withoutWrapper(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const tops = new Set([...files.keys()].map((file) => file.split('/')[0] ?? ''));
  const [top] = tops;
  if (tops.size !== 1 || top === undefined || files.has(top)) return new Map(files);
  return new Map([...files].map(([file, bytes]) => [file.slice(top.length + 1), bytes]));
}
