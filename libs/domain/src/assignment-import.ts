import { z } from 'zod';
import type { ArchiveLimits } from './archive-rules.js';
import { METRIC_DIRECTIONS, SPLIT_NAMES } from './statuses.js';

const MIB = 1024 * 1024;

/** What an instructor's folder may be, packed and unpacked. */
export const IMPORT_LIMITS = {
  archiveBytes: 256 * MIB,
  unpackedBytes: 512 * MIB,
  files: 2_000,
} satisfies ArchiveLimits;

/** Imports of an organization that may wait or run at the same time. */
export const MAX_OPEN_IMPORTS = 3;

/** What is wrong with a folder, one thing at a time. */
export const importProblem = z.object({
  file: z.string(),
  line: z.int().nullable(),
  path: z.string().nullable(),
  column: z.string().nullable(),
  message: z.string(),
  suggestion: z.string().nullable(),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** What is known of a folder that was split and measured. */
export const importReport = z.object({
  slug: z.string(),
  title: z.string(),
  template: z.string(),
  definitionDigest: z.string(),
  /** Rows of every part. */
  parts: z.array(z.object({ name: z.enum(SPLIT_NAMES), rows: z.int() })),
  /** Columns that differ most between train and private rows, from 0 (same) to 1 (nothing in common). */
  drift: z.array(z.object({ column: z.string(), size: z.number(), unseenLevels: z.int() })),
  /** Splits on which the references were measured. */
  splits: z.int(),
  anchors: z.array(
    z.object({
      metric: z.string(),
      label: z.string(),
      unit: z.string(),
      direction: z.enum(METRIC_DIRECTIONS),
      naive: z.number(),
      /** Measured, or the value that earns 70 points where no reference was supplied. */
      simple: z.number(),
      isSimpleMeasured: z.boolean(),
      /** Measured, or the value that earns 90 points. */
      strong: z.number(),
      isStrongMeasured: z.boolean(),
      /** Null when the metric earns points, else why it does not. */
      whyWithoutWeight: z.string().nullable(),
    }),
  ),
  /** What the author's own scorer measured of the naive reference; null where there is none. */
  trial: z
    .array(
      z.object({
        metric: z.string(),
        label: z.string(),
        unit: z.string(),
        direction: z.enum(METRIC_DIRECTIONS),
        value: z.number(),
        low: z.number(),
        high: z.number(),
        isOwn: z.boolean(),
      }),
    )
    .nullable()
    .default(null),
  /** What the author should know besides. */
  notes: z.array(z.string()),
  /** Null for a draft. */
  version: z.int().nullable(),
  isNew: z.boolean(),
  openedCohorts: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;
