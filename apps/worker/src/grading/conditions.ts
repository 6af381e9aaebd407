import type { RunKind } from '@holdout/domain';
import { anchorsInForce, type runToGrade } from '@holdout/db';
import {
  anchorsFile,
  CPU_IMAGE,
  GPU_IMAGE,
  type Anchors,
  type AssignmentDefinition,
  type Graded,
} from '@holdout/grading';
import { z } from 'zod';
import { digestOf } from './provenance.js';

export type RunToGrade = Awaited<ReturnType<typeof runToGrade>>;
export type OriginalRun = NonNullable<RunToGrade['reproduction']>['original'];

type Images = Readonly<Record<string, string>>;

/** Under what a run is graded: today's conditions, or for a reproduction those of the run that it repeats. */
export interface Conditions {
  /** The run that is repeated; null where none is. */
  original: OriginalRun | null;
  /** Decides on which rows it is scored, and which probes are made. */
  kind: RunKind;
  images: Images;
  anchors: Anchors;
  anchorsSource: 'MEASURED' | 'SHIPPED';
  /** Only what was known then may be used; null for now. */
  asOf: Date | null;
}

/** What a run's provenance says of its ingredients. */
export const provenanceJson = z.object({
  images: z.record(z.string(), z.string()),
  scorer: z.string(),
  anchors: z.object({ source: z.enum(['MEASURED', 'SHIPPED']), sha256: z.string() }),
  artifacts: z.record(z.string(), z.string()),
});

/** @param images those of this worker */
export function conditionsOf(run: RunToGrade, images: Images): Conditions {
  const { assignmentVersion: version, reproduction } = run;
  if (reproduction) return conditionsOfOriginal(version, reproduction.original);
  const { anchors, source } = anchorsInForce(version);
  return {
    ...{ original: null, kind: run.kind, images, asOf: null },
    anchors: anchorsFile.parse(anchors),
    anchorsSource: source,
  };
}

function conditionsOfOriginal(version: RunToGrade['assignmentVersion'], original: OriginalRun): Conditions {
  const then = provenanceJson.parse(original.provenance);
  const candidates = [
    { source: 'SHIPPED' as const, anchors: version.shippedAnchors },
    { source: 'MEASURED' as const, anchors: version.calibration?.anchors ?? null },
  ].flatMap(({ source, anchors }) => {
    const { data } = anchorsFile.safeParse(anchors);
    return data ? [{ source, anchors: data }] : [];
  });
  // Anchors that are not those of then any more change the points, and the comparison says so.
  const found =
    candidates.find(({ anchors }) => digestOf(anchors) === then.anchors.sha256) ??
    candidates.find(({ source }) => source === then.anchors.source);
  const { anchors, source } = found ?? inForce(version);
  return {
    ...{ original, kind: original.kind, images: then.images, asOf: original.startedAt },
    anchors,
    anchorsSource: source,
  };
}

function inForce(version: RunToGrade['assignmentVersion']) {
  const { anchors, source } = anchorsInForce(version);
  return { anchors: anchorsFile.parse(anchors), source };
}

/** The images without which an assignment's runs cannot be graded. A drawing meets none. */
export function imagesNeeded(
  { diagram, image, images: further = [] }: Pick<AssignmentDefinition, 'diagram' | 'image' | 'images'>,
  images: Images,
): Images {
  if (diagram) return {};
  const names = new Set(['scorer', image, ...further]);
  return Object.fromEntries(Object.entries(images).filter(([name]) => names.has(name)));
}

/** The images that a run met: with leased devices the CUDA build too, where the worker has one. */
export function imagesMet(
  definition: Parameters<typeof imagesNeeded>[0],
  images: Images,
  gpus: Graded['gpus'] = [],
): Images {
  const needed = imagesNeeded(definition, images);
  const cuda = images[GPU_IMAGE];
  return gpus.length > 0 && CPU_IMAGE in needed && cuda ? { ...needed, [GPU_IMAGE]: cuda } : needed;
}
