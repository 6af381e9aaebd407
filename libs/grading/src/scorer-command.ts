import {
  SandboxUnavailableError,
  type ContainerLabels,
  type ContainerLimits,
  type ContainerResult,
  type InputEntry,
} from '@holdout/sandbox';
import { z } from 'zod';
import { CancelledFault, GraderFaultError } from './faults.js';
import type { GradingDeps, PhaseUsage } from './grading.types.js';

export interface ScorerCommand {
  name: 'split' | 'plan' | 'rows' | 'own' | 'score' | 'validate' | 'profile';
  inputs: readonly InputEntry[];
  /** The job file and the definition, as JSON. */
  job: unknown;
  definition: unknown;
  /** Output files below `out/`, by name; those in `optional` may be missing. */
  outputs: Readonly<Record<string, string>>;
  optional?: readonly string[];
  limits: ContainerLimits;
  labels: Omit<ContainerLabels, 'phase'>;
  signal?: AbortSignal;
}

const errorFile = z.object({ code: z.string(), message: z.string() });

/** What is passed on of a container's measurements. */
export function usageOf(result: { usage: object; wallMs: number; warm: boolean }): PhaseUsage {
  const { userSeconds, systemSeconds, maxRssBytes } = result.usage as Partial<PhaseUsage>;
  return { wallMs: result.wallMs, userSeconds, systemSeconds, maxRssBytes, warm: result.warm };
}

/**
 * Run one command of the trusted scorer in its own container.
 * @throws GraderFaultError when the assignment or the scorer is at fault
 * @throws SandboxUnavailableError when the machine is
 */
export async function runScorer(
  deps: GradingDeps,
  command: ScorerCommand,
): Promise<{ outputs: Map<string, Buffer>; usage: PhaseUsage }> {
  const result = await scorerContainer(deps, command);
  const { outcome, rejection, outputs } = result;
  if (outcome.kind === 'cancelled') throw new CancelledFault();
  if (outcome.kind === 'timed-out' || outcome.kind === 'out-of-memory') {
    // The scorer's work is bounded, so the machine is short of something: another try may find it better off.
    throw new SandboxUnavailableError(`The scorer's ${command.name} ended as ${outcome.kind}.`);
  }
  const error = outputs.get('error');
  if (error) {
    const { code, message } = errorFile.parse(JSON.parse(error.toString('utf8')));
    throw new GraderFaultError(`The scorer's ${command.name} refused the assignment (${code}): ${message}`);
  }
  if (rejection)
    throw new GraderFaultError(`The scorer's ${command.name} left no usable output: ${rejection.message}`);
  if (outcome.kind !== 'exited' || outcome.exitCode !== 0) {
    const how = outcome.kind === 'exited' ? `exit status ${outcome.exitCode}` : outcome.kind;
    const where = result.error ? ` (${result.error.type})` : '';
    throw new GraderFaultError(`The scorer's ${command.name} failed with ${how}${where}.`);
  }
  return { outputs, usage: usageOf(result) };
}

/** The container of a command, however it ends. @throws SandboxUnavailableError @throws GraderFaultError */
export function scorerContainer(deps: GradingDeps, command: ScorerCommand): Promise<ContainerResult> {
  const image = deps.images['scorer'];
  if (!image) throw new GraderFaultError('This worker has no scorer image.');
  return deps.sandbox.run({
    image,
    // What an author wrote is no more trusted than its author.
    trusted: command.name !== 'own',
    job: {
      kind: 'exec',
      argv: ['python3', '-I', '-m', 'holdout_scorer', command.name],
      cwd: '/work',
      outputs: [
        ...Object.entries(command.outputs).map(([name, file]) => ({
          name,
          path: `/work/out/${file}`,
          maxBytes: command.limits.outputBytes,
          required: !command.optional?.includes(name),
        })),
        { name: 'error', path: '/work/out/error.json', maxBytes: 65_536, required: false },
      ],
    },
    inputs: [
      { path: 'in/job.json', bytes: Buffer.from(JSON.stringify(command.job)) },
      { path: 'in/assignment.json', bytes: Buffer.from(JSON.stringify(command.definition)) },
      ...command.inputs,
    ],
    limits: command.limits,
    labels: { ...command.labels, phase: command.name },
    signal: command.signal,
  });
}

/** @throws GraderFaultError when a declared output did not arrive */
export function outputOf(outputs: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const bytes = outputs.get(name);
  if (!bytes) throw new GraderFaultError(`The scorer did not write ${name}.`);
  return bytes;
}
