import type { AssignmentDefinition, Graded } from '@holdout/grading';
import type { ContainerResult, ContainerSpec, RunIo } from '@holdout/sandbox';
import type { ContainerCreateOptions } from 'dockerode';

/** One control switched off, and nothing else. Only tests can: the worker's configuration has no such settings. */
export interface Weakness {
  /** What a container is created with. */
  container?: (options: ContainerCreateOptions) => ContainerCreateOptions;
  /** What the sandbox is asked to run. */
  job?: (spec: ContainerSpec) => ContainerSpec;
  /** What is heard of a program while it runs. `log` is what the student sees. */
  io?: (spec: ContainerSpec, io: RunIo, log: (chunk: Buffer) => void) => RunIo;
  /** What is made of a container's end. */
  result?: (spec: ContainerSpec, result: ContainerResult) => ContainerResult;
  definition?: (definition: AssignmentDefinition) => AssignmentDefinition;
  /** Replaces one line of the supervisor, in an image of its own. */
  supervisor?: { file: string; from: string; to: string };
}

/** What came of a submission. */
export interface AttackRun {
  /** Null when grading threw: then `fault` says what. */
  graded: Graded | null;
  fault: string;
  /** The log that the student reads. */
  log: string;
  /** What of it came when its phase had ended. */
  late: string;
  /** What the machine outside saw, in an attack's own words. */
  seen: string;
}

export interface Attack {
  /** The row of the threat table. */
  threat: string;
  name: string;
  /** Files of the submission, or the archive itself. */
  submission: Readonly<Record<string, string>> | Buffer;
  limits?: Partial<AssignmentDefinition['limits']['train']>;
  /** The control that must hold, and the same switched off. */
  control: string;
  weakness: Weakness;
  /** What the attacker got; null when nothing. */
  gained: (run: AttackRun) => string | null;
  /** How the run ends when all holds: the reason of a student error, or SCORED. */
  ends: string;
  /** Something outside that watches while the run goes on. `launcher` starts a program in the network of the engine. */
  watch?: (launcher: readonly string[]) => Promise<{ seen(): Promise<string>; close(): Promise<void> }>;
}

/** A program reports what it got by a line of its log. */
export function breachInLog({ log }: AttackRun): string | null {
  return /breach: (.*)/.exec(log)?.[1] ?? null;
}

export function endOf(run: AttackRun): string {
  const { graded, fault } = run;
  if (!graded) return `fault: ${fault}`;
  return graded.outcome === 'STUDENT_ERROR' ? graded.reason : graded.outcome;
}
