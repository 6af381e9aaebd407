import type { DraftSettings } from './assignment-draft.js';
import { assignmentSlugOf } from './draft-suggestion.js';
import { askedBy, type DataRole } from './draft-templates.js';
import { OWN_CRITERION, OWN_CRITERION_WEIGHT, OWN_SCORER_FILE } from './own-scorer.js';

const MIB = 1024 * 1024;

export type Mapping = Record<string, unknown>;

/** The dataset's file name in its folder, and its number of rows (or images). */
export interface DraftData {
  file: string;
  rows: number;
}

/** The assignment.yaml for these settings. It does not contain what is left to the template. */
export function draftDefinition(settings: DraftSettings, data: DraftData): Mapping {
  const { template, slug, title, summary, stage } = settings;
  return {
    ...said({ template, slug, title, summary, stage }),
    dataset: datasetOf(settings, data.file),
    ...withOwnScorer(policyOf(settings, data.rows), settings),
  };
}

/** Adds the author's own scorer with its metrics, and the criterion that averages them. */
export function withOwnScorer(definition: Mapping, settings: DraftSettings): Mapping {
  const { scorer, scorerMetrics, scorerWeight, weights } = settings;
  if (!hasOwnScorer(scorer)) return definition;
  const { metrics, criteria } = definition;
  const known = weights.find(({ key }) => key === OWN_CRITERION)?.weight;
  const criterion = {
    key: OWN_CRITERION,
    title: 'What this project measures itself',
    workflowStep: 'IMPROVE',
    mode: 'AUTO',
    weight: known ?? scorerWeight ?? OWN_CRITERION_WEIGHT,
    required: true,
    skills: ['EVALUATION_ERROR_ANALYSIS'],
    metrics: scorerMetrics.map(({ name }) => name),
    levels: [],
    advice: 'Read in the brief what is measured here, and measure it on rows of your own first.',
  };
  return {
    ...definition,
    scorer: { file: OWN_SCORER_FILE },
    metrics: [...listed(metrics), ...scorerMetrics.map((metric) => ({ ...metric, graded: true, own: true }))],
    criteria: [...listed(criteria).filter(({ key }) => key !== OWN_CRITERION), criterion],
  };
}

export function hasOwnScorer(source: string): boolean {
  return source.trim() !== '';
}

/** The keys that say how rows are split and how work is judged. */
export function policyOf(settings: DraftSettings, rows: number): Mapping {
  const { passMark, weights, simpleAt } = settings;
  return {
    ...said({ passMark }),
    ...group('split', splitOf(settings, rows)),
    ...(weights.length > 0
      ? { criteria: weights.map(({ key, weight, metrics }) => said({ key, weight, metrics })) }
      : {}),
    ...(simpleAt.length > 0
      ? { metrics: simpleAt.map(({ metric, value }) => ({ name: metric, simpleAt: value })) }
      : {}),
    ...group('probes', {
      ...group('rowIndependence', { twins: settings.twinRows }),
      ...group('perturbed', { rows: settings.perturbedRows }),
      ...group('permutedRetrains', { count: settings.shuffledRetrains }),
    }),
    ...group('attempts', {
      practicePerDay: settings.practicePerDay,
      certification: settings.certification,
      maxTeamSize: settings.maxTeamSize,
    }),
    ...limitsOf(settings),
  };
}

/** The setting that produces a key of assignment.yaml; null if none does. */
export function settingAt(path: string): keyof DraftSettings | null {
  const found = PLACES.find(
    ([place]) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`),
  );
  return found?.[1] ?? null;
}

/** More specific paths come first. */
const PLACES: readonly (readonly [string, keyof DraftSettings])[] = [
  ['dataset.target.positive', 'positive'],
  ['dataset.target', 'target'],
  ['dataset.id', 'id'],
  ['dataset.group', 'group'],
  ['dataset.time', 'time'],
  ['dataset.series', 'series'],
  ['dataset.user', 'user'],
  ['dataset.item', 'item'],
  ['dataset.rating', 'rating'],
  ['dataset.implicit', 'rating'],
  ['dataset.images', 'images'],
  ['dataset.sensitive', 'sensitive'],
  ['dataset.licence', 'licence'],
  ['dataset.origin', 'origin'],
  ['dataset.personalData', 'personalData'],
  ['split.sampleShare', 'samplePercent'],
  ['split.publicShare', 'publicPercent'],
  ['split.privateShare', 'privatePercent'],
  ['split.sampleRows', 'samplePercent'],
  ['split.publicRows', 'publicPercent'],
  ['split.privateRows', 'privatePercent'],
  ['split.horizon', 'horizon'],
  ['split.season', 'season'],
  ['split', 'splitRule'],
  ['scorer', 'scorer'],
  ['metrics.simpleAt', 'simpleAt'],
  ['metrics', 'scorerMetrics'],
  ['probes.rowIndependence', 'twinRows'],
  ['probes.perturbed', 'perturbedRows'],
  ['probes.permutedRetrains', 'shuffledRetrains'],
  ['criteria', 'weights'],
  ['attempts.certification', 'certification'],
  ['attempts.maxTeamSize', 'maxTeamSize'],
  ['attempts', 'practicePerDay'],
  ['limits.train.memoryBytes', 'trainMemoryMib'],
  ['limits', 'trainSeconds'],
  ['template', 'template'],
  ['title', 'title'],
  ['slug', 'slug'],
  ['summary', 'summary'],
  ['stage', 'stage'],
  ['passMark', 'passMark'],
];

function datasetOf(settings: DraftSettings, file: string): Mapping {
  const { template, sensitive, licence, origin, personalData } = settings;
  const { needed, optional } = askedBy(template);
  const asked = new Set<DataRole>([...needed, ...optional]);
  const column = (role: DataRole) => (asked.has(role) ? settings[role] : null);
  return {
    file: `data/${file}`,
    ...said({ licence, origin, personalData }),
    ...said({ id: column('id'), group: column('group'), time: column('time'), series: column('series') }),
    ...said({ user: column('user'), item: column('item'), rating: column('rating') }),
    // Without ratings, every row is an interaction.
    ...(template === 'ranking' && settings.rating === null ? { implicit: true } : {}),
    ...said({ images: column('images') }),
    ...group('target', { column: column('target'), positive: column('positive') }),
    // Group rates can only be compared if the outcome is one of two.
    ...(asked.has('positive') && sensitive.length > 0
      ? { sensitive: sensitive.map((each) => ({ attribute: attributeOf(each), label: each, column: each })) }
      : {}),
  };
}

function splitOf(settings: DraftSettings, rows: number): Mapping {
  const { template, splitRule, samplePercent, publicPercent, privatePercent, horizon, season } = settings;
  const { rules, parts } = askedBy(template);
  if (parts === 'HORIZON') return { horizon, season };
  const amount = (percent: number | null) => {
    if (percent === null) return null;
    return parts === 'ROWS' ? Math.round((percent * rows) / 100) : percent / 100;
  };
  const unit = parts === 'ROWS' ? 'Rows' : 'Share';
  return {
    rule: rules.length > 0 ? splitRule : null,
    [`sample${unit}`]: amount(samplePercent),
    [`public${unit}`]: amount(publicPercent),
    [`private${unit}`]: amount(privatePercent),
  };
}

function limitsOf({ trainSeconds, trainMemoryMib }: DraftSettings): Mapping {
  const { train } = group('train', {
    wallSeconds: trainSeconds,
    memoryBytes: trainMemoryMib === null ? null : trainMemoryMib * MIB,
  });
  return train ? { limits: { train } } : {};
}

function attributeOf(column: string): string {
  return assignmentSlugOf(column).replaceAll('-', '_') || 'group';
}

/** A mapping under its name, or nothing if it would be empty. */
function group(name: string, values: Mapping): Mapping {
  const filled = said(values);
  return Object.keys(filled).length > 0 ? { [name]: filled } : {};
}

export const listed = (value: unknown): Mapping[] => (Array.isArray(value) ? (value as Mapping[]) : []);

export function said(values: Mapping): Mapping {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
