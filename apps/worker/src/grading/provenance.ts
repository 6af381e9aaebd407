import { createHash } from 'node:crypto';
import { arch, cpus, release, totalmem } from 'node:os';
import { splitOf, type RunKind } from '@holdout/domain';
import type { Anchors, AssignmentDefinition, Graded } from '@holdout/grading';
import { makeReceipt, type Receipt } from '@holdout/receipts';
import { scorerDigest } from '../platform/scorer-digest.js';

/** The parts of a run's rows that say what produced its result. */
export interface GradedRun {
  id: string;
  submissionId: string;
  kind: RunKind;
  attempt: number;
  startedAt: Date | null;
  submission: { archiveDigest: string; gitCommit: string | null };
  assignmentVersion: {
    id: string;
    version: number;
    definitionDigest: string;
    publicBundleDigest: string;
    hiddenBundleDigest: string;
    resampleSeed: number;
    grader: { template: string } | null;
    dataset: {
      splits: {
        name: 'TRAIN' | 'SAMPLE' | 'PUBLIC_TEST' | 'PRIVATE_TEST';
        rows: number;
        commitment: string;
      }[];
    } | null;
  };
}

export interface Ingredients {
  run: GradedRun;
  /** For a reproduction, the kind of its original. */
  kind: RunKind;
  definition: AssignmentDefinition;
  anchors: Anchors;
  anchorsSource: 'MEASURED' | 'SHIPPED';
  images: Readonly<Record<string, string>>;
  graded: Graded;
}

/** The machine, as far as it can influence a number. */
export function hardware(gpus: Graded['gpus'] = []): Record<string, string | number> {
  const [first] = cpus();
  return {
    ...gpuFacts(gpus),
    cpu: first?.model ?? 'unknown',
    cpus: cpus().length,
    memoryBytes: totalmem(),
    architecture: arch(),
    kernel: release(),
  };
}

/** Leased devices by name. Their ids would identify machines of the fleet, which nobody outside needs. */
function gpuFacts(gpus: Graded['gpus']): Record<string, string | number> {
  const [first] = gpus;
  if (!first) return {};
  return {
    gpu: gpus.map(({ name }) => name).join(', '),
    gpus: gpus.length,
    gpuMemoryBytes: gpus.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
    gpuDriver: first.driver,
  };
}

/** Digests of everything that produced the number. */
export function provenanceOf(ingredients: Ingredients): object {
  const { run, anchors, anchorsSource, images, graded } = ingredients;
  const { assignmentVersion: version, submission } = run;
  return {
    archive: submission.archiveDigest,
    assignmentVersion: { id: version.id, version: version.version, definition: version.definitionDigest },
    bundles: { public: version.publicBundleDigest, hidden: version.hiddenBundleDigest },
    images,
    scorer: scorerOf(ingredients),
    ...(ingredients.definition.scorer ? { ownScorer: ingredients.definition.scorer.sha256 ?? null } : {}),
    anchors: { source: anchorsSource, sha256: digestOf(anchors) },
    seed: graded.seed,
    resampleSeed: version.resampleSeed,
    artifacts: artifactsOf(graded),
  };
}

/** The receipt of a scored run. */
export function receiptOf(
  ingredients: Ingredients,
  graded: Extract<Graded, { outcome: 'SCORED' }>,
  finishedAt: Date,
): Receipt {
  const { run, kind, definition, anchors, anchorsSource, images } = ingredients;
  const { assignmentVersion: version, submission } = run;
  const { metrics, points, passed } = graded.result;
  const { prepare, train, predict, score } = definition.limits;
  return makeReceipt({
    run: { id: run.id, kind: run.kind, attempt: run.attempt },
    submission: { sha256: submission.archiveDigest, gitCommit: submission.gitCommit },
    assignment: {
      id: version.id,
      slug: definition.slug,
      version: version.version,
      definitionSha256: version.definitionDigest,
    },
    images: { ...images },
    scorer: {
      template: version.grader?.template ?? definition.template,
      sha256: scorerOf(ingredients),
      ...(definition.scorer?.sha256 ? { ownSha256: definition.scorer.sha256 } : {}),
    },
    splits: (version.dataset?.splits ?? [])
      .filter(({ name }) => name === 'TRAIN' || name === 'SAMPLE' || name === splitOf(kind))
      .map(({ name, rows, commitment }) => ({ name, rows, commitment })),
    seed: graded.seed,
    artifacts: artifactsOf(graded),
    hardware: hardware(graded.gpus),
    limits: { prepare, train, predict, score },
    anchors: { source: anchorsSource, sha256: digestOf(anchors) },
    metrics: metrics.map(({ name, split, direction, value, level, low, high, method, resamples }) => ({
      name,
      split,
      direction,
      value,
      ci: { level, low, high, method, resamples },
    })),
    points: { value: points.value, low: points.low, high: points.high },
    passed,
    started: (run.startedAt ?? finishedAt).toISOString(),
    finished: finishedAt.toISOString(),
  });
}

/** SHA-256 of the code that judged the run. */
export function scorerOf({ definition, images }: Pick<Ingredients, 'definition' | 'images'>): string {
  return scorerDigest(definition, images);
}

const artifactsOf = ({ produced }: Graded): Record<string, string> =>
  Object.fromEntries(produced.map(({ name, digest }) => [name, digest]));

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
