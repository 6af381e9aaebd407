import { constants } from 'node:os';
import { sizeText, type StudentErrorReason } from '@holdout/domain';
import type { ContainerOutcome, ContainerResult } from '@holdout/sandbox';
import type { PhaseLimits } from './assignment-definition.js';
import type { PhaseStart, StudentError } from './grading.types.js';

/** A step of a run, in words for messages. */
export interface StepWords {
  /** The subject of a sentence: "The train command", "The predict command on hidden rows". */
  subject: string;
  /** Whether the student can read the step's log. */
  isVisible: boolean;
}

/** What went wrong: the rest of a sentence about the step, and what to do about it. */
interface Failure {
  reason: StudentErrorReason;
  fact: string;
  advice: string;
}

/** How the student's program failed, or null if it did not. Contains only facts that may be shown for hidden phases. */
export function studentErrorOf(
  result: ContainerResult,
  phase: PhaseStart,
  words: StepWords,
  limits: PhaseLimits,
): StudentError | null {
  const { outcome, rejection, error } = result;
  const failure =
    outcome.kind === 'exited'
      ? failedExit(result, outcome.exitCode, words, limits)
      : failedBefore(outcome.kind, limits);
  if (failure)
    return {
      reason: failure.reason,
      phase: phase.name,
      message: `${words.subject} ${failure.fact} ${failure.advice}`,
      ...(error?.file ? { file: error.file } : {}),
      ...(error?.file && error.line ? { line: error.line } : {}),
    };
  return outcome.kind === 'exited' && rejection ? rejectedOutput(rejection, phase, words, limits) : null;
}

/** A program that was ended before it could exit; null if that was no fault of its own. */
function failedBefore(
  kind: Exclude<ContainerOutcome['kind'], 'exited'>,
  limits: PhaseLimits,
): Failure | null {
  switch (kind) {
    case 'timed-out':
      return {
        reason: 'TIMED_OUT',
        fact: `ran longer than its ${limits.wallSeconds} s.`,
        advice: 'Make it faster: try fewer rows, rounds or folds and measure what each costs.',
      };
    case 'out-of-memory':
      return {
        reason: 'OUT_OF_MEMORY',
        fact: `needed more than its ${sizeText(limits.memoryBytes)} of memory.`,
        advice: 'Load less at once, use smaller types, or a smaller model. Files that it writes count too.',
      };
    case 'output-flood':
      return {
        reason: 'OUTPUT_FLOOD',
        fact: 'printed far more than a log can hold and was stopped.',
        advice: 'Print less: once an epoch, not once a row.',
      };
    case 'protocol-error':
      return {
        reason: 'OUTPUT_INVALID',
        fact: 'disturbed the channel that carries its outputs.',
        advice: 'Write results to the paths that the command is given and leave other processes alone.',
      };
    case 'cancelled':
    case 'stopped':
      return null;
  }
}

/** A program that exited with a failure, explained by the first limit or mistake that was noticed; null if it succeeded. */
function failedExit(
  { error, usage }: ContainerResult,
  exitCode: number,
  words: StepWords,
  limits: PhaseLimits,
): Failure | null {
  if (exitCode === 0) return null;
  if (error?.type === 'EntryPointMissing')
    return {
      reason: 'ENTRY_POINT_MISSING',
      fact: `names ${error.file ? `"${error.file}"` : 'a program'}, which is not there or cannot be run.`,
      advice: 'Check the name in holdout.toml and that the file is in the archive.',
    };
  if (usage.diskFull)
    return {
      reason: 'DISK_FULL',
      fact: `filled its ${sizeText(limits.diskBytes)} of disk.`,
      advice: 'Write less, and delete what is no longer needed.',
    };
  if (usage.fileSizeLimit)
    return {
      reason: 'DISK_FULL',
      fact: 'wrote a file that is larger than one file may be.',
      advice: 'Write smaller files.',
    };
  if (usage.processLimit)
    return {
      reason: 'TOO_MANY_PROCESSES',
      fact: `started more than ${limits.pids} processes and threads.`,
      advice: 'Use one worker: n_jobs=1.',
    };
  if (error?.type === 'MemoryError')
    return {
      reason: 'OUT_OF_MEMORY',
      fact: `ran out of memory (limit ${sizeText(limits.memoryBytes)}).`,
      advice: 'Load less at once, use smaller types, or a smaller model.',
    };
  return {
    reason: 'CRASHED',
    fact: `${howItEnded(exitCode, error)}${usage.openFilesLimit ? ' It had too many files open.' : ''}`,
    advice: words.isVisible
      ? 'The log shows what happened.'
      : 'What it printed about hidden rows is not shown. It ran on the public sample, so look for what differs: values or categories that only other rows have.',
  };
}

/** How a service failed, which should have run until it was stopped; null if it did run. */
export function serviceErrorOf(
  result: ContainerResult,
  phase: PhaseStart,
  words: StepWords,
  limits: PhaseLimits,
): StudentError | null {
  const failure = studentErrorOf(result, phase, words, limits);
  if (failure || result.outcome.kind !== 'exited') return failure;
  return {
    reason: 'CRASHED',
    phase: phase.name,
    message: `${words.subject} ended by itself. Keep listening until the platform stops it: serve_forever(), or a loop that never returns.`,
  };
}

function howItEnded(exitCode: number, error: ContainerResult['error']): string {
  if (error) {
    const place = error.file ? ` in ${error.file}${error.line ? `, line ${error.line}` : ''}` : '';
    return `ended with ${error.type}${place}.`;
  }
  if (exitCode > 128) {
    const number = exitCode - 128;
    const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
    return `was ended by signal ${name ?? number}.`;
  }
  return `ended with exit status ${exitCode}.`;
}

function rejectedOutput(
  rejection: NonNullable<ContainerResult['rejection']>,
  phase: PhaseStart,
  words: StepWords,
  limits: PhaseLimits,
): StudentError {
  const file = rejection.file ? { file: rejection.file } : {};
  if (rejection.code === 'DISK_FULL') {
    const message = `${words.subject} needs more than its ${sizeText(limits.diskBytes)} of disk. ${rejection.message}`;
    return { reason: 'DISK_FULL', phase: phase.name, message, ...file };
  }
  const reason = rejection.code === 'OUTPUT_MISSING' ? 'OUTPUT_MISSING' : 'OUTPUT_INVALID';
  return {
    reason,
    phase: phase.name,
    message: `${words.subject} left no usable output. ${rejection.message}`,
    ...file,
    code: rejection.code,
  };
}
