import type { ImportReport, MetricResult } from '@holdout/domain';
import { REFERENCES, type AssignmentDefinition, type Anchors, type SplitDataset } from '@holdout/grading';
import { SPLIT_NAMES } from '@holdout/domain';
import { z } from 'zod';

type Findings = Pick<ImportReport, 'parts' | 'drift' | 'splits' | 'anchors' | 'notes'>;

/** A column that differs this much between train and hidden rows deserves a second look. */
const NOTABLE_DRIFT = 0.2;
const measuredOf = z.array(z.enum(REFERENCES)).catch([...REFERENCES]);

/** What the author is told about splitting and measuring. */
export function findingsOf(
  definition: AssignmentDefinition,
  split: SplitDataset,
  anchors: Anchors,
  splits: number,
): Findings {
  const parts = SPLIT_NAMES.flatMap((name) => {
    const part = split.parts[name];
    return part ? [{ name, rows: part.rows }] : [];
  });
  const told = definition.metrics
    .filter(({ graded }) => graded)
    .flatMap((metric) => {
      const anchor = anchors.metrics[metric.name];
      if (!anchor) return [];
      const measured = measuredOf.parse(anchor['measured']);
      return [
        {
          metric: metric.name,
          label: metric.label,
          unit: metric.unit,
          direction: metric.direction,
          naive: anchor.naive,
          simple: anchor.simple,
          isSimpleMeasured: measured.includes('simple'),
          strong: anchor.strong,
          isStrongMeasured: measured.includes('strong'),
          whyWithoutWeight: anchor.gap.low > 0 ? null : whyWithoutWeight(measured),
        },
      ];
    });
  return { parts, drift: [...split.drift], splits, anchors: told, notes: notesOf(told, split) };
}

/** What the author is told about the trial of their own scorer. */
export function trialOf(
  { metrics }: AssignmentDefinition,
  trial: readonly MetricResult[],
): NonNullable<ImportReport['trial']> {
  const own = new Set(metrics.filter((metric) => metric.own).map(({ name }) => name));
  return trial.map(({ name, label, unit, direction, value, low, high }) => ({
    metric: name,
    label,
    unit,
    direction,
    value,
    low,
    high,
    isOwn: own.has(name),
  }));
}

function whyWithoutWeight(measured: readonly string[]): string {
  if (measured.includes('simple') && measured.includes('strong'))
    return 'The strong reference is not better than the simple one beyond chance.';
  if (measured.length > 1) return 'The supplied reference is not better than the naive one beyond chance.';
  return 'The naive reference is as good as can be.';
}

function notesOf(anchors: Findings['anchors'], split: SplitDataset): string[] {
  const notes: string[] = [];
  if (
    anchors.length > 0 &&
    anchors.every(({ isSimpleMeasured, isStrongMeasured }) => !isSimpleMeasured && !isStrongMeasured)
  ) {
    notes.push(
      'No reference was supplied, so points say how much of the way from the naive reference to a perfect value was gone. ' +
        'Noise may keep everyone from the pass mark: add reference/simple and reference/strong for a scale of 70 and 90 points.',
    );
  }
  if (anchors.some(({ whyWithoutWeight }) => whyWithoutWeight)) {
    notes.push('Metrics without weight are shown to students and earn no points.');
  }
  for (const { column, size, unseenLevels } of split.drift) {
    if (size >= NOTABLE_DRIFT) notes.push(`The column ${column} differs between train and hidden rows.`);
    if (unseenLevels > 0)
      notes.push(`The column ${column} has ${unseenLevels} values in hidden rows that train does not have.`);
  }
  return notes;
}
