import { draftSettings, type DraftSettings, type DraftTemplate } from './assignment-draft.js';
import { slugOf } from './slug.js';
import type { ProfiledColumn, TableProfile } from './table-profile.js';

const USUAL_TARGETS = ['target', 'label', 'outcome', 'class', 'y'];
const USUAL_POSITIVES = ['1', 'yes', 'true', 'y', 'positive'];
const NAMES_ROWS = /(^|[_\s])(id|no|nr|key|uuid)$/i;
const MOST_CLASSES = 20;
const NO_ANSWER = 1;

/** What a table's columns suggest, to begin with: an author changes what is wrong. */
export function suggestedSettings(table: TableProfile, fileName: string): DraftSettings {
  const target = suggestedTarget(table);
  const title = titleOf(fileName);
  return draftSettings.parse({
    ...(target ? targetSettings(target) : {}),
    id: table.columns.find((column) => column !== target && namesRows(column, table.rows))?.name ?? null,
    title,
    slug: assignmentSlugOf(title),
  });
}

/** What follows from the choice of the target. */
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

/** The kind of task that a target of this kind usually is. */
export function suggestedTemplate({ kind, isWhole, distinct }: ProfiledColumn): DraftTemplate {
  if (distinct === 2) return 'binary-classification';
  const isClass = kind !== 'NUMBER' || (isWhole && distinct <= MOST_CLASSES);
  return isClass ? 'multiclass-classification' : 'regression';
}

/** Whether a column can be an outcome at all: one that says something, and does not name rows. */
export function canBeTarget({ distinct }: ProfiledColumn): boolean {
  return distinct > NO_ANSWER;
}

/** Values of a column that has few; the ones that the profile names. */
export function namedValues({ bins }: ProfiledColumn): string[] {
  return bins.flatMap(({ label }) => (label === null ? [] : [label]));
}

function suggestedTarget({ columns, comparedTargets }: TableProfile): ProfiledColumn | undefined {
  const tried = new Set(comparedTargets);
  const possible = columns.filter((column) => canBeTarget(column) && tried.has(column.name));
  return possible.find(({ name }) => USUAL_TARGETS.includes(name.toLowerCase())) ?? possible.at(-1);
}

/** The outcome that a usual word stands for, else the rarer one. */
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
    .replace(/\.(csv|csv\.gz|parquet)$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1, 200);
}

const LONGEST_SLUG = 63;

/** As `slugOf`, but a letter stands first: it names an assignment in commands, too. */
export function assignmentSlugOf(title: string): string {
  return slugOf(title.normalize('NFKD').replace(/^[^a-z]+/iu, ''), LONGEST_SLUG);
}
