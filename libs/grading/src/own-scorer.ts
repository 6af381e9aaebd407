import { OWN_SCORER_LIMITS } from '@holdout/domain';
import type { ContainerResult } from '@holdout/sandbox';
import { z } from 'zod';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import { CancelledFault, GraderFaultError } from './faults.js';
import type { GradingDeps, GradingInput, PhaseUsage } from './grading.types.js';
import { outputOf, scorerContainer, usageOf } from './scorer-command.js';

/** The file name of the author's own scorer in the hidden bundle and in its container. */
export const OWN_SCORER = 'scorer.py';
const MIB = 1024 * 1024;
const FLOODED = 'The scorer left more than it may.';
const ENDED = 'The scorer ended the program that calls it.';

const faultFile = z.object({
  code: z.string(),
  message: z.string(),
  line: z.int().positive().nullable(),
  detail: z.string(),
});

/** The author's own scorer is at fault. The message may be shown to anybody; the problem is for its author. */
export class OwnScorerError extends GraderFaultError {
  /** Private, so that it is not logged with the error: it may contain what the scorer read. */
  readonly #problem: AssignmentProblem;

  constructor(
    readonly code: string,
    message: string,
    problem: AssignmentProblem,
  ) {
    super(`The assignment's own scorer failed (${code}): ${message}`);
    this.#problem = problem;
  }

  get problem(): AssignmentProblem {
    return this.#problem;
  }
}

export interface OwnScorerJob {
  /** Rows as the platform's scorer hands them over: no ids, no features, no other file of the run. */
  rows: Buffer;
  source: Buffer;
  /** Whether the author tries it. Then it has to leave time for a busier machine. */
  isTrial: boolean;
}

/**
 * Runs the author's own scorer in a separate container, with nothing but labels, predictions and groups. The result is a
 * file that the platform's scorer checks and uses.
 * @throws OwnScorerError for whatever its code does wrong
 * @throws SandboxUnavailableError
 * @throws CancelledFault
 */
export async function runOwnScorer(
  deps: GradingDeps,
  input: GradingInput,
  { rows, source, isTrial }: OwnScorerJob,
  signal: AbortSignal,
): Promise<{ found: Buffer; usage: PhaseUsage }> {
  const { definition, split, resampleSeed } = input;
  const limits = { ...definition.limits.score, outputBytes: OWN_SCORER_LIMITS.outputBytes };
  const result = await scorerContainer(deps, {
    name: 'own',
    definition,
    job: { split, resampleSeed, isTrial, seconds: limits.wallSeconds },
    inputs: [
      { path: 'in/rows.npz', bytes: rows },
      { path: `in/${OWN_SCORER}`, bytes: source },
    ],
    outputs: { own: 'own.json', fault: 'fault.json' },
    optional: ['own', 'fault'],
    limits,
    labels: input,
    signal,
  });
  const file = definition.scorer?.file ?? OWN_SCORER;
  const fault = faultOf(result, limits);
  if (fault) throw ownScorerError(file, fault);
  return { found: outputOf(result.outputs, 'own'), usage: usageOf(result) };
}

/** The error for a trial whose two runs differ. */
export function differs(file: string): OwnScorerError {
  const message = 'The scorer gives another answer when it is run again on the same rows.';
  return ownScorerError(file, { code: 'NOT_DETERMINISTIC', message, line: null, detail: '' });
}

function ownScorerError(file: string, { code, message, line, detail }: z.infer<typeof faultFile>) {
  const told = detail ? `${message.replace(/\.$/, '')}: ${detail}` : message;
  return new OwnScorerError(code, message, problemOf(file, told, { line, path: 'scorer', suggestion: null }));
}

/** The file was written next to the author's code, so an error about it must not quote its content. */
function readFault(bytes: Buffer): z.infer<typeof faultFile> {
  try {
    return faultFile.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return { code: 'ENDED', message: ENDED, line: null, detail: '' };
  }
}

/** What ended the scorer, if it did not end by itself. */
function faultOf(
  { outcome, outputs, rejection }: ContainerResult,
  limits: { wallSeconds: number; memoryBytes: number },
): z.infer<typeof faultFile> | null {
  const ended = (code: string, message: string) => ({ code, message, line: null, detail: '' });
  if (outcome.kind === 'cancelled') throw new CancelledFault();
  if (outcome.kind === 'timed-out')
    return ended('TIMED_OUT', `The scorer ran longer than the ${limits.wallSeconds} s that it has.`);
  if (outcome.kind === 'out-of-memory') {
    const most = Math.round(limits.memoryBytes / MIB);
    return ended('OUT_OF_MEMORY', `The scorer wants more than the ${most} MiB of memory that it has.`);
  }
  if (outcome.kind === 'output-flood') return ended('PRINTS_TOO_MUCH', FLOODED);
  const fault = outputs.get('fault');
  if (fault) return readFault(fault);
  if (rejection) return ended('TOO_MUCH', FLOODED);
  if (outcome.kind !== 'exited' || outcome.exitCode !== 0 || !outputs.has('own'))
    return ended('ENDED', ENDED);
  return null;
}
