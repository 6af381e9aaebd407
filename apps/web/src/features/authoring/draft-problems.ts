import {
  askedBy,
  DATA_ROLES,
  isDraftTemplate,
  missingDeclarations,
  settingAt,
  type DraftTemplate,
} from '@holdout/domain';
import type { Problem, Settings } from './draft.types';

export const STEPS = ['data', 'columns', 'task', 'scorer', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The address of a step, on the page of its draft. */
export const hrefOf = (step: Step) => `?step=${step}`;

const OF_COLUMNS: readonly (keyof Settings)[] = [
  'template',
  ...DATA_ROLES,
  'sensitive',
  'splitRule',
  'samplePercent',
  'publicPercent',
  'privatePercent',
  'horizon',
  'season',
  'drawsAgain',
];

const OF_SCORER: readonly (keyof Settings)[] = ['scorer', 'scorerMetrics', 'scorerWeight'];

/** The chosen template, if it is one that drafts can have. */
export function templateOf({ template }: Pick<Settings, 'template'>): DraftTemplate | null {
  return template && isDraftTemplate(template) ? template : null;
}

/** Where a setting is asked for. */
export function stepOf(setting: keyof Settings): Step {
  if (OF_SCORER.includes(setting)) return 'scorer';
  return OF_COLUMNS.includes(setting) ? 'columns' : 'task';
}

/** The setting that a problem is about; null when it is about the data itself. */
export function settingOf({ path }: Problem): keyof Settings | null {
  return path ? settingAt(path) : null;
}

/** The setting that the API refused, by the field that it names. */
export function settingRefused(field: string | null): string | null {
  return field?.startsWith('latePolicy') ? 'lateDays' : field;
}

/** The texts beside each setting: the message, and what to do. */
export function saidOf(problems: readonly Problem[]): Map<keyof Settings, string> {
  const said = new Map<keyof Settings, string>();
  for (const problem of problems) {
    const setting = settingOf(problem);
    if (setting && !said.has(setting))
      said.set(setting, [problem.message, problem.suggestion].filter(Boolean).join(' '));
  }
  return said;
}

/** Where the folder of a draft is downloaded; null if its data is in the vault. */
export function folderOf({ id, follows }: { id: string; follows: number | null }): string | null {
  return follows === null ? `/files/draft/${id}` : null;
}

/** Whether the last check was of the draft as it is kept. */
export function isCheckedAsItIs({
  newestImport,
  updatedAt,
}: {
  newestImport: { createdAt: string } | null;
  updatedAt: string;
}): boolean {
  return newestImport !== null && newestImport.createdAt >= updatedAt;
}

/** What has to be said before anything can be published, in the order of the form. */
export function missingOf(settings: Settings): (keyof Settings)[] {
  const template = templateOf(settings);
  const ofData = template ? askedBy(template).needed : (['target'] as const);
  const needed: (keyof Settings)[] = ['template', ...ofData, 'title', 'slug'];
  const missing = needed.filter((name) => !settings[name]);
  return [...missing, ...missingDeclarations(settings)];
}
