/** The numbers of the rule. The database claims by the same ones (`prisma/migrations`). */

/** CPU and GPU seconds are shared separately: who trains on GPUs all day still has a full share of the CPUs. */
export type Resource = 'CPU' | 'GPU';

/** What a run is charged when it is taken, where nothing is known of its kind yet; set right when it ends. */
export const EXPECTED_COST_SECONDS = 60;

/** Runs of one student that are worked on at once, where no quota says otherwise. */
export const PARALLEL_RUNS = 2;

/** Among students: each second that a run has waited makes up for this many resource-seconds used before. */
export const AGEING = 0.1;

/** Among students: an instructor's dry run goes before who used up to this many resource-seconds less. */
export const DRY_RUN_HEAD_START_SECONDS = 300;

/** The label of a run, and of a worker, that has to do with GPUs. */
export const GPU_LABEL = 'gpu';

export interface WaitingRun {
  id: string;
  organizationId: string;
  studentId: string;
  /** Milliseconds since the epoch. */
  queuedAt: number;
  /** Labels that a worker must have to take it. */
  requires: readonly string[];
  isDryRun: boolean;
  /** Resource-seconds that runs of its kind usually take. At least 1. */
  expectedSeconds: number;
}

/** What is known of organizations and students. Each answer may change from one call to the next. */
export interface Limits {
  /** Share of an organization relative to others. Above 0. */
  weightOf(organizationId: string): number;
  /** Runs of a student that are worked on at once. At least 1. */
  parallelOf(organizationId: string, studentId: string): number;
  /** Resource-seconds a day (UTC) of an organization, or of a student where one is named. */
  quotaOf(resource: Resource, organizationId: string, studentId?: string): number;
}

export const NO_LIMITS: Limits = {
  weightOf: () => 1,
  parallelOf: () => PARALLEL_RUNS,
  quotaOf: () => Infinity,
};

export const resourceOf = ({ requires }: Pick<WaitingRun, 'requires'>): Resource =>
  requires.includes(GPU_LABEL) ? 'GPU' : 'CPU';

export const laneOf = ({ requires }: Pick<WaitingRun, 'requires'>): string => [...requires].sort().join(' ');

/** The smaller the earlier, among the students of one organization. Constant while the run waits. */
export const studentKey = (pass: number, head: WaitingRun): number =>
  pass + (AGEING * head.queuedAt) / 1000 - (head.isDryRun ? DRY_RUN_HEAD_START_SECONDS : 0);

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byAge = (a: WaitingRun, b: WaitingRun): number => a.queuedAt - b.queuedAt || byText(a.id, b.id);
