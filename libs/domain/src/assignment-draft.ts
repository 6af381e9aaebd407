import { z } from 'zod';
import { CRITERION_LIMITS } from './criterion-limits.js';
import { DRAFT_TEMPLATES, SPLIT_RULES } from './draft-templates.js';
import { ownMetric, OWN_SCORER_LIMITS } from './own-scorer.js';
import { CRITERION_MODES, METRIC_DIRECTIONS } from './statuses.js';
import { tableProfile } from './table-profile.js';
import { TEAM_LIMITS } from './team-policy.js';

const MIB = 1024 * 1024;

/** Of drafts that are written in the browser. Larger datasets, exercises and diagrams come in as a folder. */
export const DRAFT_LIMITS = {
  dataBytes: 128 * MIB,
  /** Of an organization, published ones not counted. */
  drafts: 20,
  brief: 40_000,
  sensitive: 5,
} as const;

/** PROFILING: the data is looked at. UNREADABLE: it has to be mended first. FAILED: the platform could not look at it. */
export const ASSIGNMENT_DRAFT_STATUSES = [
  'PROFILING',
  'EDITED',
  'UNREADABLE',
  'FAILED',
  'PUBLISHED',
] as const;
export type AssignmentDraftStatus = (typeof ASSIGNMENT_DRAFT_STATUSES)[number];

const column = z.string().max(200).nullable().default(null);
const moment = z.iso.datetime().nullable().default(null);
const text = (most: number) => z.string().max(most).default('');
const metricName = z.string().max(CRITERION_LIMITS.keyLength);
const whole = (least: number, most: number) => z.int().min(least).max(most).nullable().default(null);

/** What an author has said so far. Null and an empty list leave it to the template. */
export const draftSettings = z.object({
  template: z.enum(DRAFT_TEMPLATES).nullable().default(null),
  target: column,
  positive: column,
  id: column,
  group: column,
  time: column,
  /** Of forecasts: the column that tells series apart. */
  series: column,
  user: column,
  item: column,
  /** Null where every row is a plain interaction. */
  rating: column,
  /** The array of images in an NPZ; `target` is the array of their labels. */
  images: column,
  sensitive: z.array(z.string().max(200)).max(DRAFT_LIMITS.sensitive).default([]),
  splitRule: z.enum(SPLIT_RULES).nullable().default(null),
  samplePercent: whole(1, 50),
  publicPercent: whole(1, 50),
  privatePercent: whole(1, 70),
  /** Steps that are forecast, and after which the series repeat themselves. Null is what is usual for their spacing. */
  horizon: whole(1, 1000),
  season: whole(1, 1000),
  title: text(200),
  slug: text(63),
  summary: text(2000),
  brief: text(DRAFT_LIMITS.brief),
  stage: z.string().max(63).nullable().default(null),
  /** Of criteria that are not weighed or measured as the template does it. */
  weights: z
    .array(
      z.object({
        key: z.string().max(CRITERION_LIMITS.keyLength),
        weight: z.number().min(0).max(CRITERION_LIMITS.weight),
        /** Graded metrics whose mean it is; null where they are the template's. */
        metrics: z.array(metricName).max(20).nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  /** Of metrics: the value that is worth 70 points, where no reference of the author's says it. */
  simpleAt: z
    .array(z.object({ metric: metricName, value: z.number() }))
    .max(50)
    .default([]),
  /** How many rows are asked again in other company, how many a little changed, and how often outcomes are shuffled. */
  twinRows: whole(1, 5000),
  perturbedRows: whole(1, 5000),
  shuffledRetrains: whole(0, 20),
  /** Python of a scorer of the assignment's own; empty where the template measures everything. */
  scorer: text(OWN_SCORER_LIMITS.bytes),
  /** What it measures. */
  scorerMetrics: z.array(ownMetric).max(OWN_SCORER_LIMITS.metrics).default([]),
  /** Of the criterion that is the mean of these metrics. */
  scorerWeight: whole(0, 1000),
  passMark: whole(1, 100),
  practicePerDay: whole(1, 100),
  certification: whole(1, 20),
  /** Students who may work as one team. */
  maxTeamSize: whole(1, TEAM_LIMITS.size),
  /** Dates for every cohort that the assignment is opened to. Null is any time. */
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  /** Days after the due date for which late work is taken; null takes none. */
  lateDays: whole(1, 60),
  /** Of the points, for each of these days. */
  latePercent: whole(0, 100),
  trainSeconds: whole(1, 3600),
  trainMemoryMib: whole(128, 16_384),
  licence: text(100),
  origin: text(500),
  personalData: text(1000),
  /** The author declares that the rows may be shown to students. */
  mayBeShown: z.boolean().default(false),
  /** Of a further version: other rows are hidden than before. */
  drawsAgain: z.boolean().default(false),
});
export type DraftSettings = z.infer<typeof draftSettings>;

/** What a template says where an author says nothing. */
export const templateFacts = z.object({
  name: z.enum(DRAFT_TEMPLATES),
  stage: z.string(),
  splitRule: z.string(),
  /** Null where the template does not cut by shares. */
  samplePercent: z.number().nullable(),
  publicPercent: z.number().nullable(),
  privatePercent: z.number().nullable(),
  passMark: z.number(),
  practicePerDay: z.int(),
  certification: z.int(),
  maxTeamSize: z.int().default(1),
  trainSeconds: z.int(),
  trainMemoryMib: z.int(),
  /** Null of probes that the template does not have. */
  twinRows: z.int().nullable().default(null),
  perturbedRows: z.int().nullable().default(null),
  shuffledRetrains: z.int().nullable().default(null),
  metrics: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      direction: z.enum(METRIC_DIRECTIONS),
      graded: z.boolean(),
    }),
  ),
  criteria: z.array(
    z.object({
      ...{ key: z.string(), title: z.string(), mode: z.enum(CRITERION_MODES), weight: z.number() },
      metrics: z.array(z.string()).default([]),
    }),
  ),
});
export type TemplateFacts = z.infer<typeof templateFacts>;

/** What the worker found: the data, and the templates that it fits. */
export const draftProfile = z.object({ table: tableProfile, templates: z.array(templateFacts) });
export type DraftProfile = z.infer<typeof draftProfile>;
