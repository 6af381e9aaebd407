import { open } from 'node:fs/promises';
import {
  commandRules,
  commandsOf,
  projectConfig,
  rejectConfig,
  rejectUpload,
  type ArchiveRejection,
} from '@holdout/domain';
import type { ContainerResult } from '@holdout/sandbox';
import { z } from 'zod';
import { CommandInvalidError, commandWords } from './commands.js';
import { GraderFaultError, StudentFault } from './faults.js';
import type { GradingInput, SourceFile, StudentError } from './grading.types.js';
import { scorerKind } from './plan.js';
import type { Steps } from './steps.js';

const HEAD_BYTES = 512;

const manifestFile = z.object({
  config: z.unknown(),
  files: z.array(z.object({ path: z.string(), size: z.int(), text: z.string().nullable() })),
  totalBytes: z.int(),
});

/** A submission, unpacked and understood. */
export interface Project {
  /** Opaque tar: only containers open it. */
  tar: Buffer;
  /** The words of each command that holdout.toml names, placeholders not yet filled in. */
  commands: Readonly<Record<string, readonly string[]>>;
  seed: number;
  files: readonly SourceFile[];
  /** The student's own validation scores by metric; null when holdout.toml states none. */
  validation: Readonly<Record<string, number>> | null;
}

/**
 * PREPARE: unpack in a container, then check holdout.toml.
 * @throws StudentFault with ARCHIVE_REJECTED, CONFIG_INVALID or TRAIN_MISSING
 */
export async function prepareProject(steps: Steps, input: GradingInput): Promise<Project> {
  const { archive, definition } = input;
  const { archiveBytes, unpackedBytes, files, prepare } = definition.limits;
  const head = Buffer.isBuffer(archive) ? archive.subarray(0, HEAD_BYTES) : await headOf(archive.file);
  const size = Buffer.isBuffer(archive) ? archive.length : archive.size;
  // A packfile came from a server that was told how much to send; what is in it, the container judges.
  const refused = input.gitCommit ? null : rejectUpload(head, size, { archiveBytes, unpackedBytes, files });
  if (refused) throw refusal(refused);
  const result = await steps.run({
    phase: 'PREPARE',
    label: 'unpack',
    words: { subject: 'Unpacking the archive', isVisible: false },
    limits: prepare,
    isTrusted: true,
    judge: judgeUnpacking,
    job: {
      kind: 'prepare',
      ...(input.gitCommit && { commit: input.gitCommit }),
      limits: { archiveFiles: files, archiveBytes: unpackedBytes, fileBytes: unpackedBytes },
    },
    inputs: [
      Buffer.isBuffer(archive)
        ? { path: 'archive.bin', bytes: archive }
        : { path: 'archive.bin', file: archive.file },
    ],
  });
  const [manifest, tar] = [result.outputs.get('manifest'), result.outputs.get('project')];
  if (!manifest || !tar) throw new GraderFaultError('Unpacking ended without a project.');
  const { config, files: sources } = manifestFile.parse(JSON.parse(manifest.toString('utf8')));
  return { tar, files: sources, ...readConfig(config, input) };
}

/** Unpacking is our code: what can go wrong is the archive, or that it takes too much. */
function judgeUnpacking({ rejection, outcome }: ContainerResult): StudentError | null {
  if (rejection) return refusal({ ...rejection, file: rejection.file ?? null }).error;
  if (outcome.kind === 'exited' && outcome.exitCode === 0) return null;
  if (outcome.kind === 'timed-out' || outcome.kind === 'out-of-memory') {
    const message =
      'The archive takes more time or memory to unpack than is allowed. Pack fewer and smaller files.';
    return refusal({ code: 'ARCHIVE_TOO_LARGE', message, file: null }).error;
  }
  throw new GraderFaultError(`Unpacking ended as ${outcome.kind}.`);
}

/** @throws StudentFault */
export function readConfig(
  config: unknown,
  { definition, kind, seed }: Pick<GradingInput, 'definition' | 'kind' | 'seed'>,
): Omit<Project, 'tar' | 'files'> {
  const known = commandsOf(definition);
  const rules = commandRules(definition, scorerKind(kind));
  const lenient = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      name === 'train' ? { ...rule, required: false } : rule,
    ]),
  );
  const refused = rejectConfig(config, definition.slug, lenient);
  if (refused) throw refusal(refused);
  const { project, commands, validation } = projectConfig.parse(config);
  if (rules['train']?.required && commands['train'] === undefined) throw trainMissing(kind);
  try {
    return {
      seed: project?.seed ?? seed,
      validation: validation ?? null,
      commands: Object.fromEntries(
        Object.entries(commands).map(([name, command]) => [
          name,
          commandWords(name, command, known[name]?.placeholders ?? []),
        ]),
      ),
    };
  } catch (error) {
    if (!(error instanceof CommandInvalidError)) throw error;
    const message = `holdout.toml: ${error.message}`;
    throw new StudentFault({ reason: 'CONFIG_INVALID', phase: 'PREPARE', message, file: 'holdout.toml' });
  }
}

function trainMissing(kind: GradingInput['kind']): StudentFault {
  const who = scorerKind(kind) === 'CERTIFICATION' ? 'a run that counts trains' : 'this assignment trains';
  return new StudentFault({
    reason: 'TRAIN_MISSING',
    phase: 'PREPARE',
    message: `holdout.toml names no train command under [commands], and ${who} the model itself. Add one: the starter kit shows how.`,
    file: 'holdout.toml',
  });
}

/** A refusal by the archive rules as what the run shows. */
export function refusal({
  code,
  message,
  file,
}: Pick<ArchiveRejection, 'message' | 'file'> & { code: string }): StudentFault {
  const reason = code.startsWith('CONFIG_') ? 'CONFIG_INVALID' : 'ARCHIVE_REJECTED';
  return new StudentFault({ reason, phase: 'PREPARE', message, ...(file ? { file } : {}), code });
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
