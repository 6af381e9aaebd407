import { z } from 'zod';

/** The archive or an output breaks a rule. `code` is stable; `message` may be shown to the student. */
export const rejection = z.object({
  code: z.string().max(64),
  message: z.string().max(2_000),
  file: z.string().max(1_200).nullish(),
});
export type Rejection = z.infer<typeof rejection>;

export const programError = z.object({
  type: z.string().regex(/^[A-Za-z]{1,40}$/),
  file: z.string().max(1_200).nullish(),
  line: z.int().positive().nullish(),
});
export type ProgramError = z.infer<typeof programError>;

/** The supervisor waits for a job. Nothing of a student's has run by then. */
export const readyMessage = z.object({ memoryBytes: z.int().nonnegative().nullish() });

const amount = z.number().nonnegative().optional();
const hint = z.boolean().optional();

/** Measured inside by the supervisor: for display and hints. Time and memory are enforced outside. */
export const usage = z.object({
  maxRssBytes: amount,
  userSeconds: amount,
  systemSeconds: amount,
  wallSeconds: amount,
  diskFull: hint,
  processLimit: hint,
  openFilesLimit: hint,
  fileSizeLimit: hint,
  /** Processes of the container that the kernel killed for memory. */
  oomKills: z.int().nonnegative().optional(),
});
export type Usage = z.infer<typeof usage>;

export const outputHead = z.object({
  name: z.string().min(1).max(200),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const exitMessage = z.object({
  exitCode: z.int().min(0).max(255).nullable(),
  signal: z.int().min(1).max(64).nullable(),
  rejection: rejection.nullable(),
  usage,
  error: programError.nullish(),
});
export type ExitMessage = z.infer<typeof exitMessage>;
