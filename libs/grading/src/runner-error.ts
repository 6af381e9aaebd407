import type { ContainerResult, OutputDeclaration } from '@holdout/sandbox';
import { z } from 'zod';
import { PLACES } from './commands.js';
import type { PhaseStart, StudentError } from './grading.types.js';

/** Where a program of the platform says what is wrong with a student's file. */
export const RUNNER_ERROR: OutputDeclaration = {
  name: 'runner-error',
  path: `${PLACES.output}/error.json`,
  maxBytes: 4096,
  required: false,
};

const runnerError = z.object({
  code: z.string().regex(/^[A-Z_]{1,40}$/),
  message: z.string().min(1).max(1000),
  file: z.string().max(200).optional(),
});

/** What a program of the platform refused in a student's file, or null when it did not say so. */
export function runnerErrorOf({ outcome, outputs }: ContainerResult, phase: PhaseStart): StudentError | null {
  const told = outputs.get(RUNNER_ERROR.name);
  if (!told || outcome.kind !== 'exited' || outcome.exitCode === 0) return null;
  const parsed = runnerError.safeParse(jsonOf(told));
  if (!parsed.success) return null;
  const { code, message, file } = parsed.data;
  return { reason: 'OUTPUT_INVALID', phase: phase.name, message, code, ...(file ? { file } : {}) };
}

/** Undefined for what is no JSON: the container met student files, so its words may be anything. */
function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
