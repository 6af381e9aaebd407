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

/** The supervisor is waiting for a job. No student code has run yet. */
export const readyMessage = z.object({ memoryBytes: z.int().nonnegative().nullish() });

const amount = z.number().nonnegative().optional();
const hint = z.boolean().optional();

const MOST_SAMPLES = 120;
/** No program may run for longer, and no machine has more processors. */
const [MOST_SECONDS, MOST_PROCESSORS] = [31 * 86_400, 4_096];

/** Seconds since the program began, processor seconds until then, bytes of memory then. */
const sample = z.tuple([
  z.number().nonnegative().max(MOST_SECONDS),
  z
    .number()
    .nonnegative()
    .max(MOST_SECONDS * MOST_PROCESSORS),
  z.int().nonnegative(),
]);
export type ResourceSample = z.infer<typeof sample>;

const isAfter = ([seconds, cpu]: ResourceSample, before?: ResourceSample): boolean =>
  before === undefined || (seconds > before[0] && cpu >= before[1]);

const samples = z
  .array(sample)
  .max(MOST_SAMPLES)
  .refine(
    (series) => series.every((taken, at) => isAfter(taken, series[at - 1])),
    'Time and processor time must not run backwards.',
  );

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
  /** What the container took while the program ran. */
  samples: samples.optional(),
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
