import {
  ASSIGNMENT_KINDS,
  CRITERION_LIMITS,
  CRITERION_MODES,
  DIAGRAM_FEEDBACK,
  METRIC_DIRECTIONS,
  OWN_SCORER_LIMITS,
  SKILLS,
  TEAM_LIMITS,
  WORKFLOW_STEPS,
} from '@holdout/domain';
import { labelSchema } from '@holdout/diagram';
import { z } from 'zod';

const key = z
  .string()
  .regex(CRITERION_LIMITS.key, `must be letters, digits and dashes, at most ${CRITERION_LIMITS.keyLength}`);
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,62}$/, 'must be lower-case letters, digits and dashes, at most 63');
const relativeFile = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./-]{1,200}$/, 'must be a path inside the assignment folder');
const text = (most: number) => z.string().trim().min(1, 'is empty').max(most);

const phaseLimits = z.strictObject({
  wallSeconds: z
    .int()
    .min(1)
    .max(24 * 3600),
  memoryBytes: z.int().min(64 * 1024 * 1024),
  cpus: z.number().positive().max(64),
  pids: z.int().min(8).max(4096),
  diskBytes: z.int().min(1024 * 1024),
  logBytes: z.int().min(1024),
  outputBytes: z.int().min(1024),
  /** The number of GPUs, if the worker has that many. Elsewhere the phase runs without, and the program must cope. */
  gpus: z.int().min(1).max(16).optional(),
});
export type PhaseLimits = z.infer<typeof phaseLimits>;

const metric = z.looseObject({
  name: key,
  label: text(200),
  direction: z.enum(METRIC_DIRECTIONS),
  unit: z.string().max(40),
  graded: z.boolean(),
  /** Whether the assignment's own scorer measures it. */
  own: z.boolean().optional(),
});

/** `sha256` is added when it is published. */
const ownScorer = z.strictObject({ file: relativeFile, sha256: z.string().optional() });

const isRepeated = (values: readonly unknown[]) => new Set(values).size < values.length;

const level = z.strictObject({
  points: z.number().min(0).max(100),
  label: text(CRITERION_LIMITS.levelLabel),
  description: text(CRITERION_LIMITS.levelDescription),
});

const criterion = z
  .looseObject({
    key,
    title: text(CRITERION_LIMITS.title),
    workflowStep: z.enum(WORKFLOW_STEPS),
    mode: z.enum(CRITERION_MODES),
    weight: z.number().min(0).max(CRITERION_LIMITS.weight),
    required: z.boolean(),
    skills: z
      .array(z.enum(SKILLS))
      .min(1)
      .refine((skills) => !isRepeated(skills), 'names a skill twice'),
    metrics: z.array(key),
    levels: z.array(level).max(CRITERION_LIMITS.levels.most),
    advice: z.string().max(CRITERION_LIMITS.text),
  })
  .refine(({ mode, levels }) => (mode === 'MANUAL') === levels.length > 0, {
    path: ['levels'],
    error: 'a MANUAL criterion needs levels, and an AUTO one has none',
  })
  .refine(({ levels }) => levels.length === 0 || levels.length >= CRITERION_LIMITS.levels.least, {
    path: ['levels'],
    error: `a MANUAL criterion needs ${CRITERION_LIMITS.levels.least} levels or more`,
  })
  .refine(({ levels }) => !isRepeated(levels.map(({ points }) => points)), {
    path: ['levels'],
    error: 'two levels have the same points',
  })
  .refine(({ levels }) => !isRepeated(levels.map(({ label }) => label)), {
    path: ['levels'],
    error: 'two levels have the same label',
  })
  .refine(({ mode, metrics }) => mode === 'MANUAL' || metrics.length > 0, {
    path: ['metrics'],
    error: 'an AUTO criterion needs at least one metric',
  });

/** A report that `train` may leave behind, by the file's name below {reports}. */
const report = z.looseObject({ file: z.string().regex(/^[\w.-]{1,80}$/), maxBytes: z.int().positive() });

/** A command that holdout.toml may name, with the placeholders it may contain. */
const command = z.strictObject({
  required: z.boolean(),
  /** The kind of run that needs it in any case. */
  requiredFor: z.enum(['PRACTICE', 'CERTIFICATION']).optional(),
  placeholders: z.array(z.string().regex(/^[a-zA-Z_]{1,40}$/)),
  /** Whether it trains on the public data right away, while the rest of the run is being planned. At most one command does. */
  runsFirst: z.boolean().default(false),
});

const feedback = z.enum(DIAGRAM_FEEDBACK);

const diagram = z.strictObject({
  /** The concept diagram that is redrawn. */
  picture: slug,
  /** The labels on offer, distractors included. */
  labels: z.array(labelSchema).min(2).max(24),
  feedback: z.strictObject({ practice: feedback, certification: feedback }),
});

/**
 * `assignment.yaml`, checked. Parts that only the template's scorer understands (split, plants, probes, gates, costs …)
 * pass through whole: the scorer checks them.
 */
export const assignmentDefinition = z
  .looseObject({
    slug,
    version: z.int().min(1),
    title: text(200),
    summary: text(2000),
    kind: z.enum(ASSIGNMENT_KINDS),
    stage: slug,
    template: slug,
    /** @default brief.md where there is one, else title and summary */
    brief: relativeFile.optional(),
    /** @default anchors.json where there is one; without, no metric has points between references */
    anchors: relativeFile.optional(),
    image: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /**
     * Labels that a worker must have: "gpu", "memory:large", "region:eu" …
     * @default cpu
     */
    labels: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9:._-]{0,62}$/))
      .max(8)
      .optional(),
    /** Further images that calls of this assignment run in. */
    images: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).optional(),
    requiresTrain: z.boolean(),
    /** A command may run a notebook: its code cells, as a script. @default false */
    notebooks: z.boolean().optional(),
    /** @default train and predict */
    commands: z.record(z.string().regex(/^[a-z][a-z_]{0,39}$/), command).optional(),
    passMark: z.number().min(0).max(100),
    /** What students confirm with each submission. @default the platform's */
    integrityPolicy: text(2000).optional(),
    dataset: z.looseObject({
      file: relativeFile.optional(),
      dictionary: relativeFile.optional(),
      licence: text(100),
      origin: text(500),
      personalData: text(1000),
    }),
    split: z.looseObject({ rule: text(40) }),
    /** For the template `exercise`. `measured`: the scorer is given what was measured on the student's own projects. */
    exercise: z.looseObject({ measured: z.boolean().optional() }).optional(),
    /** For the template `diagram`. No code runs: the platform compares the drawing with the hidden key. */
    diagram: diagram.optional(),
    outputs: z
      .object({
        predictions: z
          .looseObject({ columns: z.array(text(80)).min(1), maxBytes: z.int().positive() })
          .optional(),
      })
      .catchall(report),
    metrics: z.array(metric).min(1),
    /** A Python file of the author's that measures the metrics with `own: true`. */
    scorer: ownScorer.optional(),
    criteria: z.array(criterion).min(1),
    gates: z.array(z.looseObject({ key, title: text(200) })),
    probes: z.looseObject({
      permutedRetrains: z
        .looseObject({
          count: z.int().min(0).max(50),
          /**
           * Seconds for all retrainings together.
           * @default what the limits of TRAIN and PREDICT allow
           */
          budgetSeconds: z.int().positive().optional(),
        })
        .optional(),
    }),
    attempts: z.strictObject({
      practicePerDay: z.int().min(1),
      certification: z.int().min(1),
      /** Students who may work as one team, which shares these attempts. @default 1 */
      maxTeamSize: z.int().min(1).max(TEAM_LIMITS.size).optional(),
    }),
    limits: z.strictObject({
      archiveBytes: z.int().positive(),
      unpackedBytes: z.int().positive(),
      files: z.int().positive(),
      prepare: phaseLimits,
      train: phaseLimits,
      predict: phaseLimits,
      /** For a student's service, if the template runs one. */
      serve: phaseLimits.optional(),
      /** For the platform's own programs that open student files, if the template has any. */
      runner: phaseLimits.optional(),
      score: phaseLimits,
    }),
  })
  .superRefine(({ criteria, metrics, scorer }, context) => {
    const own = metrics.filter((entry) => entry.own).length;
    if (scorer && own === 0)
      context.addIssue({
        code: 'custom',
        path: ['scorer'],
        message: 'no metric says `own: true`, so the scorer has nothing to measure',
      });
    if (own > OWN_SCORER_LIMITS.metrics)
      context.addIssue({
        code: 'custom',
        path: ['metrics'],
        message: `a scorer measures ${OWN_SCORER_LIMITS.metrics} metrics at most, not ${own}`,
      });
    metrics.forEach((entry, index) => {
      if (entry.own && !scorer)
        context.addIssue({
          code: 'custom',
          path: ['metrics', index, 'own'],
          message: 'there is no scorer that measures it: name one as `scorer.file`',
        });
    });
    const names = new Set(metrics.map(({ name }) => name));
    criteria.forEach((entry, index) => {
      entry.metrics.forEach((name, place) => {
        if (names.has(name)) return;
        context.addIssue({
          code: 'custom',
          path: ['criteria', index, 'metrics', place],
          message: `no metric is named "${name}"`,
        });
      });
      if (criteria.findIndex((other) => other.key === entry.key) !== index) {
        context.addIssue({
          code: 'custom',
          path: ['criteria', index, 'key'],
          message: `"${entry.key}" is used twice`,
        });
      }
    });
  });
export type AssignmentDefinition = z.infer<typeof assignmentDefinition>;

/** `anchors.json`: the references' values for each metric. The scorer reads the rest of it. */
export const anchorsFile = z.looseObject({
  schema: z.literal('holdout.anchors/1'),
  metrics: z.record(
    z.string(),
    z.looseObject({
      naive: z.number(),
      simple: z.number(),
      strong: z.number(),
      gap: z.looseObject({ mean: z.number(), low: z.number(), high: z.number() }),
    }),
  ),
});
export type Anchors = z.infer<typeof anchorsFile>;
