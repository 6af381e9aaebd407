import { createHash } from 'node:crypto';
import {
  gradeSubmission,
  GraderFaultError,
  REFERENCES,
  splitDataset,
  type Anchors,
  type AssignmentDefinition,
  type GradingDeps,
  type Reference,
  type References,
  type TarFiles,
} from '@holdout/grading';
import type { Measurement } from './anchors.js';

/** Labels for the containers that measure. */
export interface MeasuringLabels {
  runId: string;
  organizationId: string;
}

export interface MeasuredSubject extends MeasuringLabels {
  definition: AssignmentDefinition;
  anchors: Anchors;
  data: TarFiles;
  scorer: Buffer | null;
  references: References;
}

/** Grading ended because somebody stopped it. */
export class MeasuringStoppedError extends Error {
  override readonly name = 'MeasuringStoppedError';
}

/** Runs one piece of the work when its host sees fit: at once, or while no student waits. */
export type Runner = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * Every metric of every reference on the private part of one split, measured by the pipeline that grades students.
 * @param index 0 is the first split that students are not graded on
 * @throws GraderFaultError when a reference does not run
 * @throws SandboxUnavailableError
 */
export async function measureReferences(
  deps: GradingDeps,
  subject: MeasuredSubject,
  index: number,
  secretHex: string,
  run: Runner,
): Promise<Measurement> {
  const { definition, data, scorer, references, runId, organizationId } = subject;
  const split = await run((signal) =>
    // Index 0 is the split that students are graded on.
    splitDataset(
      deps,
      { definition, data, scorer },
      { secretHex, splitIndex: index + 1, runId, organizationId, signal },
    ),
  );
  const bundles = { public: split.publicBundle, hidden: split.hiddenBundle };
  const values: Partial<Record<Reference, Record<string, number>>> = {};
  for (const reference of REFERENCES) {
    const archive = references[reference];
    if (!archive) continue;
    values[reference] = await run((signal) =>
      measureOne(deps, subject, { reference, archive, index, bundles, signal }),
    );
  }
  return values as Measurement;
}

async function measureOne(
  deps: GradingDeps,
  { definition, anchors, runId, organizationId }: MeasuredSubject,
  step: {
    reference: Reference;
    archive: Buffer;
    index: number;
    bundles: { public: Buffer; hidden: Buffer };
    signal: AbortSignal;
  },
): Promise<Record<string, number>> {
  const { reference, archive, index, bundles, signal } = step;
  const graded = await gradeSubmission(deps, {
    runId,
    organizationId,
    archive,
    definition,
    bundles,
    // Only the private part matters here; retraining on shuffled labels would measure nothing.
    kind: 'PRACTICE',
    split: 'PRIVATE_TEST',
    salt: createHash('sha256').update(`${definition.slug} ${index} ${reference}`).digest('hex'),
    seed: 0,
    resampleSeed: index,
    anchors,
    signal,
  });
  if (graded.outcome === 'CANCELLED') throw new MeasuringStoppedError('Measuring was stopped.');
  if (graded.outcome === 'STUDENT_ERROR') {
    throw new GraderFaultError(
      `The ${reference} reference does not run (${graded.reason}): ${graded.message}`,
    );
  }
  return Object.fromEntries(graded.result.metrics.map(({ name, value }) => [name, value]));
}
