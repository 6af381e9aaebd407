import { z } from 'zod';

export const COLUMN_KINDS = ['NUMBER', 'TIME', 'TEXT'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

const bin = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  label: z.string().nullable(),
  count: z.int(),
});

const profiledColumn = z.object({
  name: z.string(),
  kind: z.enum(COLUMN_KINDS),
  isWhole: z.boolean(),
  missing: z.int(),
  distinct: z.int(),
  /** Of numbers: ranges of equal width. Of others: the most frequent values; a null label is all others. */
  bins: z.array(bin),
});
export type ProfiledColumn = z.infer<typeof profiledColumn>;

/** What a labelled table holds, as the scorer's `profile` tells it. Of images, each array of labels is a column. */
export const tableProfile = z.object({
  rows: z.int(),
  /** Rows that say the same as another one. */
  copies: z.int(),
  columnCount: z.int(),
  columns: z.array(profiledColumn),
  /** Columns that were tried as outcome. */
  comparedTargets: z.array(z.string()),
  /** Columns that alone tell nearly all of an outcome. */
  determined: z.array(z.object({ column: z.string(), target: z.string(), size: z.number() })),
  /** Null of a table. */
  images: z
    .object({ array: z.string(), height: z.int(), width: z.int(), channels: z.int() })
    .nullable()
    .default(null),
});
export type TableProfile = z.infer<typeof tableProfile>;
