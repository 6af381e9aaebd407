import { draftSettings, type DraftSettings } from './assignment-draft.js';
import { askedBy, type DraftTemplate } from './draft-templates.js';
import { slugOf } from './slug.js';
import type { ProfiledColumn, TableProfile } from './table-profile.js';

const USUAL_TARGETS = ['target', 'label', 'outcome', 'class', 'y'];
const USUAL_POSITIVES = ['1', 'yes', 'true', 'y', 'positive'];
const NAMES_ROWS = /(^|[_\s])(id|no|nr|key|uuid)$/i;
const MOST_CLASSES = 20;
const NO_ANSWER = 1;

const USER = /^(user|customer|student|reader|viewer|person|account)s?($|[_\s-]?(id|no|nr)$)/i;
const ITEM = /^(item|product|movie|book|song|track|article|lecture|course)s?($|[_\s-]?(id|no|nr)$)/i;
const RATING = /^(rating|stars|score|grade)s?$/i;
const TIME = /^(date|day|time|timestamp|month|week|year|hour)$/i;
/** Tables with fewer rows are split by shares, if the template would otherwise take as many rows as from a large one. */
const FEW_ROWS = 1_400;
const SHARES_OF_FEW = { samplePercent: 10, publicPercent: 15, privatePercent: 30 } as const;

/** Initial settings suggested by the data; the author changes what is wrong. */
export function suggestedSettings(table: TableProfile, fileName: string): DraftSettings {
  const title = titleOf(fileName);
  const named = { title, slug: assignmentSlugOf(title) };
  if (table.images) {
    const labels = table.columns.at(-1)?.name ?? null;
    const about = { template: 'image-classification', target: labels, images: table.images.array };
    return draftSettings.parse({ ...named, ...about });
  }
  const target = suggestedTarget(table);
  return draftSettings.parse({
    ...named,
    ...(target ? targetSettings(target) : {}),
    id: table.columns.find((column) => column !== target && namesRows(column, table.rows))?.name ?? null,
  });
}

/** Settings that follow from choosing a template: the columns it needs, as far as names and values suggest them. */
export function templateSettings(
  template: DraftTemplate,
  { table, target }: { table: TableProfile; target: string | null },
): Partial<DraftSettings> {
  const { needed, optional } = askedBy(template);
  const asked = new Set([...needed, ...optional]);
  const found = (pattern: RegExp) => table.columns.find(({ name }) => pattern.test(name))?.name ?? null;
  const outcome = table.columns.find(({ name }) => name === target);
  const isSmall = template === 'service' && table.rows < FEW_ROWS;
  return {
    template,
    weights: [],
    ...(asked.has('positive') && outcome ? { positive: suggestedPositive(outcome) } : {}),
    ...(asked.has('user') ? { user: found(USER), item: found(ITEM), rating: found(RATING) } : {}),
    ...(needed.includes('time')
      ? { time: table.columns.find(({ kind }) => kind === 'TIME')?.name ?? found(TIME) }
      : {}),
    ...(isSmall ? SHARES_OF_FEW : {}),
  };
}

/** Settings that follow from choosing the target. */
export function targetSettings(
  target: ProfiledColumn,
): Pick<DraftSettings, 'target' | 'template' | 'positive'> {
  const template = suggestedTemplate(target);
  return {
    target: target.name,
    template,
    positive: template === 'binary-classification' ? suggestedPositive(target) : null,
  };
}

/** The usual kind of task for such a target. */
export function suggestedTemplate({ kind, isWhole, distinct }: ProfiledColumn): DraftTemplate {
  if (distinct === 2) return 'binary-classification';
  const isClass = kind !== 'NUMBER' || (isWhole && distinct <= MOST_CLASSES);
  return isClass ? 'multiclass-classification' : 'regression';
}

/** Whether a column can be an outcome at all: it varies, and does not identify rows. */
export function canBeTarget({ distinct }: ProfiledColumn): boolean {
  return distinct > NO_ANSWER;
}

/** The values that the profile names, for a column with few of them. */
export function namedValues({ bins }: ProfiledColumn): string[] {
  return bins.flatMap(({ label }) => (label === null ? [] : [label]));
}

function suggestedTarget({ columns, comparedTargets }: TableProfile): ProfiledColumn | undefined {
  const tried = new Set(comparedTargets);
  const possible = columns.filter((column) => canBeTarget(column) && tried.has(column.name));
  return possible.find(({ name }) => USUAL_TARGETS.includes(name.toLowerCase())) ?? possible.at(-1);
}

/** The outcome with a usual name for "positive", otherwise the rarer one. */
function suggestedPositive(target: ProfiledColumn): string | null {
  const values = namedValues(target);
  return values.find((value) => USUAL_POSITIVES.includes(value.toLowerCase())) ?? values.at(-1) ?? null;
}

function namesRows({ name, kind, isWhole, missing, distinct }: ProfiledColumn, rows: number): boolean {
  if (missing > 0 || distinct < rows || rows === 0) return false;
  return kind === 'TEXT' || (kind === 'NUMBER' && isWhole && NAMES_ROWS.test(name));
}

function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.(csv|csv\.gz|parquet|npz)$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1, 200);
}

const LONGEST_SLUG = 63;

/** Like `slugOf`, but starting with a letter, because it names an assignment in commands too. */
export function assignmentSlugOf(title: string): string {
  return slugOf(title.normalize('NFKD').replace(/^[^a-z]+/iu, ''), LONGEST_SLUG);
}
