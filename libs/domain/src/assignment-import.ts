import { z } from 'zod';
import type { ArchiveLimits } from './archive-rules.js';
import { METRIC_DIRECTIONS, SPLIT_NAMES } from './statuses.js';

const MIB = 1024 * 1024;

/** The largest folder an instructor may upload, packed and unpacked. */
export const IMPORT_LIMITS = {
  archiveBytes: 256 * MIB,
  unpackedBytes: 512 * MIB,
  files: 2_000,
} satisfies ArchiveLimits;

/** How many imports of an organization may wait or run at the same time. */
export const MAX_OPEN_IMPORTS = 3;

/** One thing that is wrong with a folder. */
export const importProblem = z.object({
  file: z.string(),
  line: z.int().nullable(),
  path: z.string().nullable(),
  column: z.string().nullable(),
  message: z.string(),
  suggestion: z.string().nullable(),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** What is known about a folder that was split and measured. */
export const importReport = z.object({
  slug: z.string(),
  title: z.string(),
  template: z.string(),
  definitionDigest: z.string(),
  /** The number of rows in each part. */
  parts: z.array(z.object({ name: z.enum(SPLIT_NAMES), rows: z.int() })),
  /** Columns that differ most between train and private rows, from 0 (same) to 1 (nothing in common). */
  drift: z.array(z.object({ column: z.string(), size: z.number(), unseenLevels: z.int() })),
  /** The number of splits on which the references were measured. */
  splits: z.int(),
  anchors: z.array(
    z.object({
      metric: z.string(),
      label: z.string(),
      unit: z.string(),
      direction: z.enum(METRIC_DIRECTIONS),
      naive: z.number(),
      /** Measured, or the value for 70 points if no reference was supplied. */
      simple: z.number(),
      isSimpleMeasured: z.boolean(),
      /** Measured, or the value for 90 points if no reference was supplied. */
      strong: z.number(),
      isStrongMeasured: z.boolean(),
      /** Null if the metric earns points, otherwise why it does not. */
      whyWithoutWeight: z.string().nullable(),
    }),
  ),
  /** What the author's own scorer measured for the naive reference; null without such a scorer. */
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
  /** What else the author should know. */
  notes: z.array(z.string()),
  /** Null for a draft. */
  version: z.int().nullable(),
  isNew: z.boolean(),
  openedCohorts: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;
