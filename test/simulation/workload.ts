import type { WaitingRun } from '@holdout/fair-queue';
import { randomOf } from '../support/random.js';

export interface SimulatedRun extends WaitingRun {
  /** What it really takes. */
  seconds: number;
}

export interface Workload {
  organizations: ReadonlyMap<string, { weight: number; students: number }>;
  /** By arrival. */
  runs: readonly SimulatedRun[];
}

export interface WorkloadOptions {
  seed: number;
  organizations: number;
  students: number;
  runsPerStudent: number;
  /** Deadlines: how many there are, and how far apart. Every organization has one of them; they fall together. */
  bursts: number;
  secondsApart: number;
}

const MEAN_SECONDS = 60;
/** Students hand in during the last ten minutes before their deadline, most of them in the last few. */
const RUSH_SECONDS = 600;

/** Sizes fall off slowly, and none is below 20 students: the largest organization has many times the smallest. */
function sizesOf(organizations: number, students: number): number[] {
  const shares = Array.from({ length: organizations }, (_, i) => 1 / (i + 3) ** 0.7);
  const sum = shares.reduce((total, share) => total + share, 0);
  const least = Math.min(20, Math.floor(students / organizations / 2));
  const spread = students - least * organizations;
  return shares.map((share) => least + Math.floor((share / sum) * spread));
}

/** Long-tailed around the mean: most runs are short, a few are many times longer. */
function cost(random: () => number, mean: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sigma = 0.8;
  return Math.min(20 * mean, Math.max(2, mean * Math.exp(sigma * normal - sigma ** 2 / 2)));
}

export function workloadOf(options: WorkloadOptions): Workload {
  const random = randomOf(options.seed);
  const organizations = new Map<string, { weight: number; students: number }>();
  const runs: SimulatedRun[] = [];
  sizesOf(options.organizations, options.students).forEach((students, index) => {
    const organizationId = `o${String(index).padStart(4, '0')}`;
    const weight = [1, 1, 1, 2, 4][index % 5] as number;
    organizations.set(organizationId, { weight, students });
    // Exercises here are short, projects there are long.
    const mean = MEAN_SECONDS * ([0.5, 1, 1.5][index % 3] as number);
    const deadline = (index % options.bursts) * options.secondsApart + RUSH_SECONDS;
    for (let student = 0; student < students; student += 1) {
      for (let i = 0; i < options.runsPerStudent; i += 1) {
        runs.push({
          id: `${organizationId}-${student}-${i}`,
          organizationId,
          studentId: `${organizationId}-${student}`,
          queuedAt: Math.floor(1000 * (deadline - RUSH_SECONDS * random() ** 2)),
          requires: ['cpu'],
          isDryRun: false,
          expectedSeconds: MEAN_SECONDS,
          seconds: cost(random, mean),
        });
      }
    }
  });
  return { organizations, runs: runs.sort((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1)) };
}
