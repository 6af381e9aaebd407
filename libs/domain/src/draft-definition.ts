import type { DraftSettings } from './assignment-draft.js';
import { assignmentSlugOf } from './draft-suggestion.js';

const MIB = 1024 * 1024;

type Mapping = Record<string, unknown>;

/** What assignment.yaml says for these settings. What is left to the template is not in it. */
export function draftDefinition(settings: DraftSettings, dataFile: string): Mapping {
  const { template, slug, title, summary, stage, passMark, weights } = settings;
  return {
    ...said({ template, slug, title, summary, stage, passMark }),
    dataset: datasetOf(settings, dataFile),
    ...group('split', {
      rule: settings.splitRule,
      sampleShare: shareOf(settings.samplePercent),
      publicShare: shareOf(settings.publicPercent),
      privateShare: shareOf(settings.privatePercent),
    }),
    ...(weights.length > 0 ? { criteria: weights.map(({ key, weight }) => ({ key, weight })) } : {}),
    ...group('attempts', {
      practicePerDay: settings.practicePerDay,
      certification: settings.certification,
      maxTeamSize: settings.maxTeamSize,
    }),
    ...limitsOf(settings),
  };
}

/** The setting that a key of assignment.yaml comes from; null for what no setting says. */
export function settingAt(path: string): keyof DraftSettings | null {
  const found = PLACES.find(
    ([place]) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`),
  );
  return found?.[1] ?? null;
}

/** More exact places first. */
const PLACES: readonly (readonly [string, keyof DraftSettings])[] = [
  ['dataset.target.positive', 'positive'],
  ['dataset.target', 'target'],
  ['dataset.id', 'id'],
  ['dataset.group', 'group'],
  ['dataset.time', 'time'],
  ['dataset.sensitive', 'sensitive'],
  ['dataset.licence', 'licence'],
  ['dataset.origin', 'origin'],
  ['dataset.personalData', 'personalData'],
  ['split.sampleShare', 'samplePercent'],
  ['split.publicShare', 'publicPercent'],
  ['split.privateShare', 'privatePercent'],
  ['split', 'splitRule'],
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

function datasetOf(settings: DraftSettings, dataFile: string): Mapping {
  const {
    template,
    target,
    positive,
    id,
    group: unit,
    time,
    sensitive,
    licence,
    origin,
    personalData,
  } = settings;
  const isBinary = template === 'binary-classification';
  return {
    file: `data/${dataFile}`,
    ...said({ licence, origin, personalData, id, group: unit, time }),
    ...group('target', { column: target, positive: isBinary ? positive : null }),
    // Only where the outcome is one of two are rates of groups compared.
    ...(isBinary && sensitive.length > 0
      ? { sensitive: sensitive.map((column) => ({ attribute: attributeOf(column), label: column, column })) }
      : {}),
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

function shareOf(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}

/** A mapping under its name, or nothing where it would be empty. */
function group(name: string, values: Mapping): Mapping {
  const filled = said(values);
  return Object.keys(filled).length > 0 ? { [name]: filled } : {};
}

function said(values: Mapping): Mapping {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
