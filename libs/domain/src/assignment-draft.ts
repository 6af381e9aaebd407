import { z } from 'zod';
import { CRITERION_LIMITS } from './criterion-limits.js';
import { DRAFT_TEMPLATES, SPLIT_RULES } from './draft-templates.js';
import { ownMetric, OWN_SCORER_LIMITS } from './own-scorer.js';
import { CRITERION_MODES, METRIC_DIRECTIONS } from './statuses.js';
import { tableProfile } from './table-profile.js';
import { TEAM_LIMITS } from './team-policy.js';

const MIB = 1024 * 1024;

/** Limits of drafts written in the browser. Larger datasets, exercises and diagrams are imported as a folder. */
export const DRAFT_LIMITS = {
  dataBytes: 128 * MIB,
  /** Drafts in an organization, not counting published ones. */
  drafts: 20,
  brief: 40_000,
  sensitive: 5,
} as const;

/**
 * PROFILING: the worker is examining the data. UNREADABLE: the author has to fix it first. FAILED: the platform could not
 * examine it.
 */
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

/** What an author has said so far. Null and an empty list leave something to the template. */
export const draftSettings = z.object({
  template: z.enum(DRAFT_TEMPLATES).nullable().default(null),
  target: column,
  positive: column,
  id: column,
  group: column,
  time: column,
  /** For forecasts: the column that distinguishes series. */
  series: column,
  user: column,
  item: column,
  /** Null if every row is a plain interaction without a rating. */
  rating: column,
  /** The array of images in an NPZ; `target` is the array of their labels. */
  images: column,
  sensitive: z.array(z.string().max(200)).max(DRAFT_LIMITS.sensitive).default([]),
  splitRule: z.enum(SPLIT_RULES).nullable().default(null),
  samplePercent: whole(1, 50),
  publicPercent: whole(1, 50),
  privatePercent: whole(1, 70),
  /** How many steps are forecast, and after how many the series repeat themselves. Null means what is usual for their spacing. */
  horizon: whole(1, 1000),
  season: whole(1, 1000),
  title: text(200),
  slug: text(63),
  summary: text(2000),
  brief: text(DRAFT_LIMITS.brief),
  stage: z.string().max(63).nullable().default(null),
  /** Criteria whose weight or metrics differ from the template's. */
  weights: z
    .array(
      z.object({
        key: z.string().max(CRITERION_LIMITS.keyLength),
        weight: z.number().min(0).max(CRITERION_LIMITS.weight),
        /** The graded metrics that the criterion averages; null for the template's. */
        metrics: z.array(metricName).max(20).nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  /** By metric: the value that is worth 70 points, if no reference of the author's provides it. */
  simpleAt: z
    .array(z.object({ metric: metricName, value: z.number() }))
    .max(50)
    .default([]),
  /** How many rows the probes ask again in different company, how many slightly changed, and how often outcomes are shuffled. */
  twinRows: whole(1, 5000),
  perturbedRows: whole(1, 5000),
  shuffledRetrains: whole(0, 20),
  /** Source of the assignment's own scorer in Python; empty if the template measures everything. */
  scorer: text(OWN_SCORER_LIMITS.bytes),
  /** What it measures. */
  scorerMetrics: z.array(ownMetric).max(OWN_SCORER_LIMITS.metrics).default([]),
  /** The weight of the criterion that averages these metrics. */
  scorerWeight: whole(0, 1000),
  passMark: whole(1, 100),
  practicePerDay: whole(1, 100),
  certification: whole(1, 20),
  /** How many students may work as one team. */
  maxTeamSize: whole(1, TEAM_LIMITS.size),
  /** Dates for every cohort that gets the assignment. Null means any time. */
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  /** Days after the due date during which late work is accepted; null accepts none. */
  lateDays: whole(1, 60),
  /** The percentage of points lost for each of these days. */
  latePercent: whole(0, 100),
  trainSeconds: whole(1, 3600),
  trainMemoryMib: whole(128, 16_384),
  licence: text(100),
  origin: text(500),
  personalData: text(1000),
  /** The author declares that the rows may be shown to students. */
  mayBeShown: z.boolean().default(false),
  /** For a further version: hides different rows than before. */
  drawsAgain: z.boolean().default(false),
});
export type DraftSettings = z.infer<typeof draftSettings>;

/** The template's values for what an author leaves open. */
export const templateFacts = z.object({
  name: z.enum(DRAFT_TEMPLATES),
  stage: z.string(),
  splitRule: z.string(),
  /** Null if the template does not cut by shares. */
  samplePercent: z.number().nullable(),
  publicPercent: z.number().nullable(),
  privatePercent: z.number().nullable(),
  passMark: z.number(),
  practicePerDay: z.int(),
  certification: z.int(),
  maxTeamSize: z.int().default(1),
  trainSeconds: z.int(),
  trainMemoryMib: z.int(),
  /** Null for probes that the template does not have. */
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
      key: z.string(),
      title: z.string(),
      mode: z.enum(CRITERION_MODES),
      weight: z.number(),
      metrics: z.array(z.string()).default([]),
    }),
  ),
});
export type TemplateFacts = z.infer<typeof templateFacts>;

/** The worker's findings: the data, and the templates that it fits. */
export const draftProfile = z.object({ table: tableProfile, templates: z.array(templateFacts) });
export type DraftProfile = z.infer<typeof draftProfile>;
