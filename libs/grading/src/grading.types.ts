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
  /** Image ids: `scorer`, and each name that an assignment's `image` may use. */
  images: Readonly<Record<string, string>>;
  /** The GPUs of this worker. @default none */
  gpus?: Pick<GpuLeases, 'devices' | 'lease'>;
  /** How many containers of one run may compute at the same time. @default 1 */
  parallel?: number;
}

export interface GradingInput {
  runId: string;
  organizationId: string;
  /** Of the request that the run came from: what is made for it carries this. */
  correlationId?: string | null;
  /** The upload as it came: bytes, or a path on this machine. */
  archive: Buffer | { file: string; size: number };
  /** The archive is a git packfile with this commit. */
  gitCommit?: string | null;
  definition: AssignmentDefinition;
  /** Tars made by `split`. `hidden` is null for a local check on the public sample. */
  bundles: { public: Buffer; hidden: Buffer | null };
  kind: RunKind;
  split: Exclude<SplitName, 'TRAIN'>;
  /** Ids, order and permutations of this run derive from it. Hexadecimal. */
  salt: string;
  /** For {seed} when holdout.toml names none. */
  seed: number;
  /** The same for every submission to a split, so that intervals are paired. */
  resampleSeed: number;
  anchors: Anchors;
  /** What was measured on the same student's projects, for assignments that compare documents with it. */
  measured?: readonly object[];
  /** The author's own scorer is tried: asked twice, with time to spare. @default false */
  isTrial?: boolean;
  signal?: AbortSignal;
}

export interface PhaseUsage {
  /** The program's own time. */
  wallMs: number;
  userSeconds?: number;
  systemSeconds?: number;
  maxRssBytes?: number;
  /** What it took while it ran; only of programs whose log the student may read, as it could be made to tell of hidden rows. */
  samples?: readonly ResourceSample[];
  /** Whether a waiting container took the job. */
  warm: boolean;
  /** The program's own time, times the GPUs it had. Absent without GPUs. */
  gpuSeconds?: number;
}

/** One step of a run. `label` tells steps of the same phase apart: "sample", "permuted 2 of 5". */
export interface PhaseStart {
  /** From 0, in the order of starting. */
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

/** Told while grading goes on. Must not throw and must not take long: hand slow work to a queue. */
export interface GradingObserver {
  phaseStarted?(phase: PhaseStart): void;
  phaseEnded?(phase: PhaseStart, end: PhaseEnd): void;
  /** Output of the student's program, of visible phases only. */
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
  /** The same for machines: a code of the archive rules, of the output rules or of the scorer. */
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
  /** The student may read what this call printed and wrote. */
  isVisible: boolean;
  isProbe: boolean;
  digest: string;
  bytes: Buffer;
}

/** What is known however the run ended. */
export interface GradingFacts {
  phases: readonly (PhaseStart & PhaseEnd)[];
  /** User and system time of all phases; wall time where a container could not tell. Seconds. */
  cpuSeconds: number;
  /** Time of every leased GPU. Seconds. */
  gpuSeconds: number;
  /** The GPUs that the run had, each once. */
  gpus: readonly GpuDevice[];
  /** The seed that {seed} stood for; null when holdout.toml was never read. */
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
