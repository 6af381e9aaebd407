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

/** The conditions under which a run is graded: today's, or, for a reproduction, those of its original. */
export interface Conditions {
  /** The run that is repeated; null for any other run. */
  original: OriginalRun | null;
  /** Decides which rows are scored, and which probes are made. */
  kind: RunKind;
  images: Images;
  anchors: Anchors;
  anchorsSource: 'MEASURED' | 'SHIPPED';
  /** Only facts known at this time may be used; null means now. */
  asOf: Date | null;
}

/** The part of a run's stored provenance that a reproduction needs. */
export const provenanceJson = z.object({
  images: z.record(z.string(), z.string()),
  scorer: z.string(),
  anchors: z.object({ source: z.enum(['MEASURED', 'SHIPPED']), sha256: z.string() }),
  artifacts: z.record(z.string(), z.string()),
});

/** @param images the images of this worker */
export function conditionsOf(run: RunToGrade, images: Images): Conditions {
  const { assignmentVersion: version, reproduction } = run;
  if (reproduction) return conditionsOfOriginal(version, reproduction.original);
  const { anchors, source } = anchorsInForce(version);
  return {
    original: null,
    kind: run.kind,
    images,
    asOf: null,
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
  // If the anchors have changed since then, so do the points, and the comparison says so.
  const found =
    candidates.find(({ anchors }) => digestOf(anchors) === then.anchors.sha256) ??
    candidates.find(({ source }) => source === then.anchors.source);
  const { anchors, source } = found ?? inForce(version);
  return {
    original,
    kind: original.kind,
    images: then.images,
    asOf: original.startedAt,
    anchors,
    anchorsSource: source,
  };
}

function inForce(version: RunToGrade['assignmentVersion']) {
  const { anchors, source } = anchorsInForce(version);
  return { anchors: anchorsFile.parse(anchors), source };
}

/** The images that an assignment's runs require. A drawing requires none. */
export function imagesNeeded(
  { diagram, image, images: further = [] }: Pick<AssignmentDefinition, 'diagram' | 'image' | 'images'>,
  images: Images,
): Images {
  if (diagram) return {};
  const names = new Set(['scorer', image, ...further]);
  return Object.fromEntries(Object.entries(images).filter(([name]) => names.has(name)));
}

/** The images that a run used: with leased devices also the CUDA build, if the worker has it. */
export function imagesMet(
  definition: Parameters<typeof imagesNeeded>[0],
  images: Images,
  gpus: Graded['gpus'] = [],
): Images {
  const needed = imagesNeeded(definition, images);
  const cuda = images[GPU_IMAGE];
  return gpus.length > 0 && CPU_IMAGE in needed && cuda ? { ...needed, [GPU_IMAGE]: cuda } : needed;
}
