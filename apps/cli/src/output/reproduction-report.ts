import {
  REPRODUCTION_TOLERANCE,
  type ReproductionAgreement,
  type ReproductionVerdict,
} from '@holdout/domain';
import type { Reproduction } from '../api/reproductions.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { plainText } from './format.js';
import type { Screen } from './screen.js';
import { tableLines } from './table.js';

export const REPRODUCTION_TEXTS = {
  IDENTICAL: 'Identical: every number and every prediction came out the same.',
  WITHIN_TOLERANCE: 'Within tolerance: what differs is too little to mean anything.',
  DIFFERENT: 'Different: this result did not come out again.',
  IMAGE_GONE: 'Image gone: the image that the run was graded in no longer exists, so nothing was compared.',
  INCONCLUSIVE: 'Inconclusive: the reproduction did not come to its end, so nothing was compared.',
} satisfies Record<ReproductionVerdict, string>;

const AGREEMENTS = {
  IDENTICAL: 'identical',
  WITHIN_TOLERANCE: 'within tolerance',
  WITHIN_INTERVAL: 'different, within its 95 % interval',
  BEYOND_INTERVAL: 'different, beyond its 95 % interval',
  MISSING: 'not measured this time',
  TIMED: 'a measured time, not compared',
} satisfies Record<ReproductionAgreement, string>;

const EXIT_CODES = {
  IDENTICAL: EXIT.OK,
  WITHIN_TOLERANCE: EXIT.OK,
  DIFFERENT: EXIT.STUDENT_ERROR,
  IMAGE_GONE: EXIT.INFRASTRUCTURE_ERROR,
  INCONCLUSIVE: EXIT.INFRASTRUCTURE_ERROR,
} satisfies Record<ReproductionVerdict, ExitCode>;

/** How a reproduction ends the command. */
export function exitCodeOfVerdict(verdict: ReproductionVerdict | null): ExitCode {
  return verdict === null ? EXIT.OTHER : EXIT_CODES[verdict];
}

/** Tell what came of a reproduction, and which numbers and files differ. */
export function sayReproduction(screen: Screen, reproduction: Reproduction, message: string | null): void {
  const { verdict, measures, files, missingImages } = reproduction;
  const { style } = screen;
  const words = REPRODUCTION_TEXTS[verdict ?? 'INCONCLUSIVE'];
  screen.say();
  screen.say(exitCodeOfVerdict(verdict) === EXIT.OK ? style.green(words) : style.yellow(words));
  if (message) screen.say(plainText(message));
  for (const { name, id } of missingImages) screen.say(`Missing: ${name} ${id}`);
  if (measures.length > 0) {
    screen.say(
      style.dim(
        `A number may differ by ${100 * REPRODUCTION_TOLERANCE} % of the width of its 95 % interval: threads add in another order each time.`,
      ),
    );
    screen.say();
    for (const line of measureLines(measures)) screen.say(line);
  }
  const predictions = files.filter(({ isPrediction }) => isPrediction);
  const changed = predictions.filter(({ isSame }) => !isSame);
  if (predictions.length > 0) {
    screen.say();
    screen.say(
      changed.length === 0
        ? `All ${predictions.length} files of predictions are the same by SHA-256.`
        : 'Other predictions than before:',
    );
    for (const file of changed) screen.say(`  ${changeOf(file)}`);
  }
  for (const line of circumstances(reproduction)) screen.say(style.dim(line));
}

function measureLines(measures: Reproduction['measures']): string[] {
  const text = (value: number | null) => (value === null ? '' : String(Number(value.toPrecision(6))));
  return tableLines(
    [
      { title: 'Number' },
      { title: 'Then', align: 'right' },
      { title: 'Now', align: 'right' },
      { title: 'Tolerance', align: 'right' },
      { title: '' },
    ],
    measures.map(({ label, unit, original, reproduced, tolerance, agreement }) => [
      `${plainText(label)}${unit ? ` (${plainText(unit)})` : ''}`,
      text(original),
      text(reproduced),
      text(tolerance),
      AGREEMENTS[agreement],
    ]),
  );
}

function changeOf({ name, rows }: Reproduction['files'][number]): string {
  if (!rows) return plainText(name);
  const by = rows.largest === null ? '' : `, by ${Number(rows.largest.toPrecision(3))} at most`;
  return `${plainText(name)}: ${rows.changed} of ${rows.count} rows${by}`;
}

function circumstances({ isSameHardware, isSameAnchors, isSameScorer }: Reproduction): string[] {
  return [
    ...(isSameHardware ? [] : ['It ran on another machine than the original.']),
    ...(isSameAnchors ? [] : ['The references have been measured again since then, which changes points.']),
    ...(isSameScorer ? [] : ['The code that judges it has changed since.']),
  ];
}
