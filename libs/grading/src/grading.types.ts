import type {
  PhaseName,
  PhaseStatus,
  RunKind,
  ScoredResult,
  SplitName,
  StudentErrorReason,
} from '@holdout/domain';
import type { GpuDevice, GpuLeases, ResourceSample, Sandbox } from '@holdout/sandbox';
import type { Anchors, AssignmentDefinition } from './assignment-definition.js';

/** What grading needs from its host. */
export interface GradingDeps {
  sandbox: Sandbox;
  /** Image ids for `scorer`, and for each name that an assignment's `image` may use. */
  images: Readonly<Record<string, string>>;
  /** The GPUs of this worker. @default none */
  gpus?: Pick<GpuLeases, 'devices' | 'lease'> & {
    /** Told when the engine failed a run that had some. */
    doubt?(): void;
  };
  /** How many containers of one run may compute at the same time. @default 1 */
  parallel?: number;
}

export interface GradingInput {
  runId: string;
  organizationId: string;
  /** Identifies the request that led to the run; everything made for the run carries it. */
  correlationId?: string | null;
  /** The upload as received: bytes, or a path on this machine. */
  archive: Buffer | { file: string; size: number };
  /** The archive is a git packfile with this commit. */
  gitCommit?: string | null;
  definition: AssignmentDefinition;
  /** The tars made by `split`. `hidden` is null for a local check on the public sample. */
  bundles: { public: Buffer; hidden: Buffer | null };
  kind: RunKind;
  split: Exclude<SplitName, 'TRAIN'>;
  /** The source of this run's ids, order and permutations. Hexadecimal. */
  salt: string;
  /** The value of {seed} if holdout.toml states none. */
  seed: number;
  /** The same for every submission to a split, so that intervals are paired. */
  resampleSeed: number;
  anchors: Anchors;
  /** Measurements on the same student's projects, for assignments whose documents quote them. */
  measured?: readonly object[];
  /**
   * Tries the author's own scorer: it runs twice, and must leave time to spare.
   * @default false
   */
  isTrial?: boolean;
  signal?: AbortSignal;
}

export interface PhaseUsage {
  /** The program's own time. */
  wallMs: number;
  userSeconds?: number;
  systemSeconds?: number;
  maxRssBytes?: number;
  /** Usage over time. Only for programs whose log the student may read, because a program could use it to tell of hidden rows. */
  samples?: readonly ResourceSample[];
  /** Whether a waiting container took the job. */
  warm: boolean;
  /** The program's own time multiplied by its GPUs. Absent without GPUs. */
  gpuSeconds?: number;
}

/** One step of a run. `label` tells steps of the same phase apart: "sample", "permuted 2 of 5". */
export interface PhaseStart {
  /** From 0, in the order in which they start. */
  position: number;
  name: PhaseName;
  label: string;
  limitSeconds: number;
  startedAt: Date;
}

export interface PhaseEnd {
  status: Exclude<PhaseStatus, 'RUNNING'>;
  endedAt: Date;
  usage: PhaseUsage;
}

/** Follows a grading. Its methods must not throw and must return quickly: put slow work in a queue. */
export interface GradingObserver {
  phaseStarted?(phase: PhaseStart): void;
  phaseEnded?(phase: PhaseStart, end: PhaseEnd): void;
  /** Output of the student's program, for visible phases only. */
  log?(phase: PhaseStart, chunk: Buffer): void;
  /** A call ended and left this file. */
  produced?(file: ProducedFile): void;
}

/** What the student's code did wrong, in words that may be shown. Never text of hidden phases. */
export interface StudentError {
  reason: StudentErrorReason;
  phase: PhaseName;
  message: string;
  file?: string;
  line?: number;
  /** The rule that was broken, in words. */
  rule?: string;
  /** The same as a code of the archive rules, the output rules or the scorer. */
  code?: string;
}

/** A file of a submission; the text of a short text file, null for anything else. */
export interface SourceFile {
  path: string;
  size: number;
  text: string | null;
}

/** A file that a call of the student's code left. */
export interface ProducedFile {
  /** "train/model.tar": the call, then the file. */
  name: string;
  phase: PhaseName;
  /** Whether the student may read what this call printed and wrote. */
  isVisible: boolean;
  isProbe: boolean;
  digest: string;
  bytes: Buffer;
}

/** What is known about every run, however it ended. */
export interface GradingFacts {
  phases: readonly (PhaseStart & PhaseEnd)[];
  /** User and system time of all phases, or wall time if a container could not report it. Seconds. */
  cpuSeconds: number;
  /** Time of every leased GPU. Seconds. */
  gpuSeconds: number;
  /** The GPUs that the run had, each once. */
  gpus: readonly GpuDevice[];
  /** The value that {seed} stood for; null if holdout.toml was never read. */
  seed: number | null;
  /** What holdout.toml says the student measured themselves, by metric; null when it says nothing. */
  validation: Readonly<Record<string, number>> | null;
  /** What the student's code produced, in the order of its calls. */
  produced: readonly ProducedFile[];
  /** The files of the submission; empty when it was never unpacked. */
  sources: readonly SourceFile[];
}

export type Graded = GradingFacts &
  (
    | { outcome: 'SCORED'; result: ScoredResult; resamples: readonly number[] }
    | ({ outcome: 'STUDENT_ERROR' } & StudentError)
    | { outcome: 'CANCELLED' }
  );
