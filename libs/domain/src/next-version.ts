import { z } from 'zod';
import { draftSettings, type DraftSettings } from './assignment-draft.js';
import {
  hasOwnScorer,
  policyOf,
  said,
  withOwnScorer,
  type DraftData,
  type Mapping,
} from './draft-definition.js';
import { DATA_ROLES, DRAFT_TEMPLATES, type DraftTemplate } from './draft-templates.js';

/** The parts of a published definition that settings can express. */
const publishedDefinition = z.looseObject({
  slug: z.string(),
  version: z.int(),
  template: z.enum(DRAFT_TEMPLATES),
  title: z.string(),
  summary: z.string(),
  stage: z.string(),
  scorer: z.looseObject({ file: z.string() }).nullable().default(null),
  metrics: z.array(z.looseObject({ own: z.boolean().default(false) })).default([]),
  /** Its columns have the names of their settings, by which they are read. */
  dataset: z.looseObject({
    file: z.string(),
    licence: z.string(),
    origin: z.string(),
    personalData: z.string(),
    target: z
      .union([
        z.string().transform((name) => ({ column: name, positive: null })),
        z.looseObject({
          column: z.string(),
          positive: z.union([z.string(), z.number(), z.boolean()]).transform(String).nullable().default(null),
        }),
      ])
      .nullable()
      .default(null),
    sensitive: z.array(z.looseObject({ column: z.string() })).default([]),
  }),
});

/** A published version on which a further one can be based. */
export interface PublishedVersion {
  template: DraftTemplate;
  /** The dataset's name in the folder. */
  fileName: string;
  settings: DraftSettings;
}

/** Settings that a further version keeps, because changing them would make it a different assignment. */
const KEPT = [
  'template',
  ...DATA_ROLES,
  'sensitive',
  'slug',
  'stage',
] as const satisfies readonly (keyof DraftSettings)[];

/**
 * The settings of a published definition, for a draft to start from. What settings leave null stays as published. Null if
 * this assignment can only be changed as a folder.
 */
export function versionSettings(definition: unknown, brief: string): PublishedVersion | null {
  const known = publishedDefinition.safeParse(definition);
  if (!known.success) return null;
  const { slug, template, title, summary, stage, dataset, metrics } = known.data;
  const { target, sensitive, file, ...said } = dataset;
  const settings = draftSettings.safeParse({
    ...said,
    slug,
    template,
    title,
    summary,
    stage,
    brief,
    target: target?.column ?? null,
    positive: target?.positive ?? null,
    sensitive: sensitive.map((each) => each.column),
    scorerMetrics: metrics.filter((metric) => metric.own),
  });
  return settings.success
    ? { template, fileName: file.split('/').at(-1) ?? file, settings: settings.data }
    : null;
}

/** The settings of a further version: the author's, except what the published version keeps. */
export function ofFurtherVersion(settings: DraftSettings, published: DraftSettings): DraftSettings {
  const kept = Object.fromEntries(KEPT.map((name) => [name, published[name]]));
  // What a published scorer measures stays; how it measures may change.
  const { scorerMetrics } = published;
  const measured = scorerMetrics.length > 0 ? { scorerMetrics, scorerWeight: null } : {};
  return draftSettings.parse({ ...settings, ...kept, ...measured });
}

/**
 * The next version's assignment.yaml: the author's keys as published, with their changes.
 * @param own what the published file says beyond its template
 */
export function nextDefinition(
  own: Readonly<Mapping>,
  { settings, published, data }: { settings: DraftSettings; published: unknown; data: DraftData },
): Mapping {
  const { version, dataset, scorer, ...before } = publishedDefinition.parse(published);
  const { title, summary, drawsAgain } = settings;
  const { split, criteria, metrics, probes, attempts, limits, ...policy } = policyOf(settings, data.rows);
  const next = {
    ...own,
    ...policy,
    ...changed({ title, summary }, before),
    ...(drawsAgain ? { version: version + 1 } : {}),
    dataset: { ...mapping(own['dataset']), ...changed(declared(settings), dataset) },
    ...(split ? { split: { ...withoutRows(mapping(own['split']), mapping(split)), ...mapping(split) } } : {}),
    ...(criteria ? { criteria: withEntries(own['criteria'], criteria, 'key') } : {}),
    ...(metrics ? { metrics: withEntries(own['metrics'], metrics, 'name') } : {}),
    ...(probes ? { probes: withProbes(mapping(own['probes']), mapping(probes)) } : {}),
    ...(attempts ? { attempts: { ...mapping(own['attempts']), ...mapping(attempts) } } : {}),
    ...(limits ? { limits: withTraining(mapping(own['limits']), mapping(limits)) } : {}),
  };
  return scorer || !hasOwnScorer(settings.scorer) ? next : withOwnScorer(next, settings);
}

const declared = ({ licence, origin, personalData }: DraftSettings) => ({ licence, origin, personalData });

/** The values that are stated and differ from before. */
function changed(values: Mapping, before: Readonly<Mapping>): Mapping {
  return Object.fromEntries(Object.entries(said(values)).filter(([key, value]) => value !== before[key]));
}

/** A part that is stated as a share is no longer stated in rows. */
function withoutRows(own: Mapping, split: Mapping): Mapping {
  const parts = Object.keys(split).flatMap((key) => (key.endsWith('Share') ? key.slice(0, -5) : []));
  return Object.fromEntries(
    Object.entries(own).filter(([key]) => !parts.some((part) => key === `${part}Rows`)),
  );
}

/** The author's entries with what is said of some of them now, by their name. */
function withEntries(own: unknown, said: unknown, name: string): Mapping[] {
  const entries = listed(own);
  for (const entry of listed(said)) {
    const place = entries.findIndex((known) => known[name] === entry[name]);
    if (place < 0) entries.push(entry);
    else entries[place] = { ...entries[place], ...entry };
  }
  return entries;
}

function withProbes(own: Mapping, probes: Mapping): Mapping {
  const changed = Object.entries(probes).map(([name, values]) => [
    name,
    { ...mapping(own[name]), ...mapping(values) },
  ]);
  return { ...own, ...Object.fromEntries(changed) };
}

function withTraining(own: Mapping, limits: Mapping): Mapping {
  return { ...own, train: { ...mapping(own['train']), ...mapping(limits['train']) } };
}

const listed = (value: unknown) => z.array(z.record(z.string(), z.unknown())).catch([]).parse(value);
const mapping = (value: unknown) => z.record(z.string(), z.unknown()).catch({}).parse(value);
