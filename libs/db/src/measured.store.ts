import type { RunKind, SplitName } from '@holdout/domain';
import type { Tx } from './database.js';
import { countedFor } from './work-holders.js';

/** The platform's measurements of a project's run, as its student was shown them. */
export interface MeasuredRun {
  /** Slug of the project. */
  assignment: string;
  runId: string;
  kind: RunKind;
  split: SplitName;
  points: number;
  metrics: { name: string; value: number; low: number; high: number; graded: boolean }[];
}

/**
 * For each project that a student has a shown score of, the run that finished last: certifications, re-runs of them that count,
 * and practice runs that the Ladder released. Documents quote these numbers. Nobody else's runs are read.
 * @param before only what was known at that time
 */
export async function measuredRunsOf(
  tx: Tx,
  studentId: string,
  before: Date | null = null,
): Promise<MeasuredRun[]> {
  const then = before ? { lt: before } : {};
  const runs = await tx.run.findMany({
    where: {
      AND: [await countedFor(tx, studentId)],
      status: 'FINISHED',
      outcome: 'SCORED',
      finishedAt: then,
      assignmentVersion: { assignment: { kind: 'PROJECT' } },
      OR: [
        { kind: 'CERTIFICATION' },
        { isCounted: true },
        { kind: 'PRACTICE', scores: { some: { ladder: { path: ['isReleased'], equals: true } } } },
      ],
    },
    distinct: ['assignmentVersionId'],
    orderBy: { finishedAt: 'desc' },
    include: {
      assignmentVersion: { include: { assignment: true } },
      metrics: { orderBy: { position: 'asc' } },
      scores: { where: { createdAt: then }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  });
  const latest = new Map<string, MeasuredRun>();
  for (const { id, kind, assignmentVersion, metrics, scores } of runs) {
    const { slug } = assignmentVersion.assignment;
    const [score] = scores;
    if (!score || latest.has(slug)) continue;
    latest.set(slug, {
      assignment: slug,
      runId: id,
      kind,
      split: score.split,
      points: score.value,
      metrics: metrics
        .filter((metric) => metric.split === score.split)
        .map(({ name, value, low, high, isGraded }) => ({ name, value, low, high, graded: isGraded })),
    });
  }
  return [...latest.values()];
}
