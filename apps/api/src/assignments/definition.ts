import { labelSchema } from '@holdout/diagram';
import {
  DIAGRAM_FEEDBACK,
  METRIC_DIRECTIONS,
  PHASE_NAMES,
  attemptRules,
  commandRules,
  commandsOf,
  type PhaseName,
} from '@holdout/domain';
import { z } from 'zod';

const phase = z.object({ wallSeconds: z.number(), memoryBytes: z.number(), cpus: z.number() });

/** Counts over the public rows of a column. */
const columnProfile = z.object({
  rows: z.int(),
  missing: z.int(),
  bins: z.array(
    z.object({
      low: z.number().nullable(),
      high: z.number().nullable(),
      label: z.string().nullable(),
      count: z.int(),
    }),
  ),
});

/** The parts of a published definition that pages show. The whole definition was validated when it was published. */
export const shownDefinition = z.object({
  requiresTrain: z.boolean(),
  notebooks: z.boolean().default(false),
  commands: z
    .record(
      z.string(),
      z.object({
        required: z.boolean(),
        requiredFor: z.enum(['PRACTICE', 'CERTIFICATION']).optional(),
        placeholders: z.array(z.string()),
        runsFirst: z.boolean(),
      }),
    )
    .optional(),
  passMark: z.number(),
  metrics: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      direction: z.enum(METRIC_DIRECTIONS),
      unit: z.string(),
      graded: z.boolean(),
      own: z.boolean().default(false),
    }),
  ),
  scorer: z.object({ sha256: z.string() }).optional(),
  criteria: z.array(z.object({ key: z.string(), metrics: z.array(z.string()).default([]) })).default([]),
  /**
   * For diagrams: the labels on offer and the feedback on a graded drawing. The solution is not part of the
   * definition.
   */
  diagram: z
    .object({
      picture: z.string(),
      labels: z.array(labelSchema),
      feedback: z.object({ practice: z.enum(DIAGRAM_FEEDBACK), certification: z.enum(DIAGRAM_FEEDBACK) }),
    })
    .optional(),
  attempts: attemptRules,
  limits: z
    .object({ archiveBytes: z.number(), unpackedBytes: z.number(), files: z.number() })
    .catchall(phase),
  dictionary: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        description: z.string(),
        // Versions published before profiles existed have none.
        profile: columnProfile.nullable().default(null),
      }),
    )
    .default([]),
});
export type ShownDefinition = z.infer<typeof shownDefinition>;

const MOST_KEPT = 500;
const kept = new Map<string, ShownDefinition>();

/** Reads the definition of a published version. It never changes, so one parsed result is kept for all readers. */
export function publishedDefinition({
  id,
  definition,
}: {
  id: string;
  definition: unknown;
}): ShownDefinition {
  const known = kept.get(id);
  if (known) return known;
  const shown = shownDefinition.parse(definition);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(id, shown);
  return shown;
}

/**
 * The values of the reference solutions by metric, and, where measured, the chance that the simple and the naive one
 * pass.
 */
export const shownAnchors = z.object({
  metrics: z.record(z.string(), z.object({ naive: z.number(), simple: z.number(), strong: z.number() })),
  passChance: z.object({ simple: z.number(), naive: z.number() }).optional().catch(undefined),
});

/** The commands that holdout.toml may define, and the kinds of run that need them. */
export function shownCommands(definition: ShownDefinition) {
  const [practice, certification] = (['PRACTICE', 'CERTIFICATION'] as const).map((kind) =>
    commandRules(definition, kind),
  );
  return Object.keys(commandsOf(definition)).map((name) => ({
    name,
    isRequired: practice?.[name]?.required ?? false,
    isRequiredToCertify: certification?.[name]?.required ?? false,
    takesNotebook: definition.notebooks,
  }));
}

/** The limits of each phase, in the order in which the phases run. */
export function phaseLimits({ limits }: ShownDefinition) {
  return PHASE_NAMES.flatMap((name: PhaseName) => {
    const limit = limits[name.toLowerCase()];
    return typeof limit === 'object' ? [{ phase: name, ...limit }] : [];
  });
}
