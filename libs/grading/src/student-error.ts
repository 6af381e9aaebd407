import { constants } from 'node:os';
import { sizeText, type StudentErrorReason } from '@holdout/domain';
import type { ContainerResult } from '@holdout/sandbox';
import type { PhaseLimits } from './assignment-definition.js';
import type { PhaseStart, StudentError } from './grading.types.js';

/** What a step of a run was asked to do, for messages: subject of a sentence, and where its log can be read. */
export interface StepWords {
  /** "The train command", "The predict command on hidden rows". */
  subject: string;
  /** True when the student sees the step's log. */
  isVisible: boolean;
}

/** How the student's program failed, or null when it did not. Only facts that hidden phases may show. */
export function studentErrorOf(
  result: ContainerResult,
  phase: PhaseStart,
  words: StepWords,
  limits: PhaseLimits,
): StudentError | null {
  const { outcome, rejection, error, usage } = result;
  const fail = (reason: StudentErrorReason, fact: string, advice: string): StudentError => ({
    reason,
    phase: phase.name,
    message: `${words.subject} ${fact} ${advice}`,
    ...(error?.file ? { file: error.file } : {}),
    ...(error?.file && error.line ? { line: error.line } : {}),
  });
  if (outcome.kind === 'timed-out') {
    return fail(
      'TIMED_OUT',
      `ran longer than its ${limits.wallSeconds} s.`,
      'Make it faster: try fewer rows, rounds or folds and measure what each costs.',
    );
  }
  if (outcome.kind === 'out-of-memory') {
    return fail(
      'OUT_OF_MEMORY',
      `needed more than its ${sizeText(limits.memoryBytes)} of memory.`,
      'Load less at once, use smaller types, or a smaller model. Files that it writes count too.',
    );
  }
  if (outcome.kind === 'output-flood') {
    return fail(
      'OUTPUT_FLOOD',
      'printed far more than a log can hold and was stopped.',
      'Print less: once an epoch, not once a row.',
    );
  }
  if (outcome.kind === 'protocol-error') {
    return fail(
      'OUTPUT_INVALID',
      'disturbed the channel that carries its outputs.',
      'Write results to the paths that the command is given and leave other processes alone.',
    );
  }
  if (outcome.kind !== 'exited') return null;
  if (outcome.exitCode !== 0 && !(rejection && outcome.exitCode === null)) {
    if (error?.type === 'EntryPointMissing') {
      const name = error.file ? `"${error.file}"` : 'a program';
      return fail(
        'ENTRY_POINT_MISSING',
        `names ${name}, which is not there or cannot be run.`,
        'Check the name in holdout.toml and that the file is in the archive.',
      );
    }
    if (usage.diskFull) {
      return fail(
        'DISK_FULL',
        `filled its ${sizeText(limits.diskBytes)} of disk.`,
        'Write less, and delete what is no longer needed.',
      );
    }
    if (usage.fileSizeLimit) {
      return fail('DISK_FULL', 'wrote a file that is larger than one file may be.', 'Write smaller files.');
    }
    if (usage.processLimit) {
      return fail(
        'TOO_MANY_PROCESSES',
        `started more than ${limits.pids} processes and threads.`,
        'Use one worker: n_jobs=1.',
      );
    }
    if (error?.type === 'MemoryError') {
      return fail(
        'OUT_OF_MEMORY',
        `ran out of memory (limit ${sizeText(limits.memoryBytes)}).`,
        'Load less at once, use smaller types, or a smaller model.',
      );
    }
    const files = usage.openFilesLimit ? ' It had too many files open.' : '';
    const advice = words.isVisible
      ? 'The log shows what happened.'
      : 'What it printed about hidden rows is not shown. It ran on the public sample, so look for what differs: values or categories that only other rows have.';
    return fail('CRASHED', `${howItEnded(outcome.exitCode, error)}${files}`, advice);
  }
  if (rejection) return rejectedOutput(rejection, phase, words, limits);
  return null;
}

/** How a service failed that should have run until it was stopped, or null when it did. */
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
