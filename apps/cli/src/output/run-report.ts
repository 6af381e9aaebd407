import type { Metric, Run, Score } from '../api/run.js';
import { metricValue, plainText, points, pointsText } from './format.js';
import type { Screen } from './screen.js';
import { tableLines } from './table.js';

/** What the reference submissions reach, by metric. */
export type Anchors = ReadonlyMap<
  string,
  { naive: number | null; simple: number | null; strong: number | null }
>;

/** What a report needs of a finished run, on the server or local. */
export type Finished = Pick<
  Run,
  'kind' | 'outcome' | 'isHeld' | 'reason' | 'message' | 'errorDetail' | 'score' | 'metrics'
>;

const SPLIT_WORDS = {
  TRAIN: 'training rows',
  SAMPLE: 'public sample',
  PUBLIC_TEST: 'public test rows',
  PRIVATE_TEST: 'private test rows',
};

/** Tell how a run ended, and what to do next. */
export function sayReport(screen: Screen, run: Finished, anchors: Anchors, next: readonly string[]): void {
  screen.say();
  if (run.outcome === 'SCORED' && run.score) sayScore(screen, run, run.score, anchors);
  else sayFailure(screen, run);
  if (next.length > 0) screen.say();
  for (const line of next) screen.say(line);
}

function sayScore(screen: Screen, run: Finished, score: Score, anchors: Anchors): void {
  const { style } = screen;
  const verdict = score.isPassed ? style.green('passed') : style.yellow('not passed');
  const provisional = score.isProvisional ? ', provisional until a person has graded the rest' : '';
  screen.say(
    `${style.bold(pointsText(score))} points of 100: ${verdict} (the mark is ${points(score.passMark)})${provisional}`,
  );
  screen.say(
    style.dim(
      `On the ${SPLIT_WORDS[score.split]}. Intervals are 95 %.${score.anchorsSource === 'SHIPPED' ? ' References as shipped: this server is still measuring its own.' : ''}`,
    ),
  );
  if (score.ladder) screen.say(plainText(score.ladder.message));
  screen.say();
  for (const line of metricLines(run.metrics, anchors)) screen.say(line);
  sayRemarks(screen, score);
}

/** The metrics against the references, graded ones first. */
function metricLines(metrics: readonly Metric[], anchors: Anchors): string[] {
  const shown = [...metrics].sort((a, b) => Number(b.isGraded) - Number(a.isGraded));
  const anchor = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : metricValue(value);
  return tableLines(
    [
      { title: 'Metric' },
      { title: 'Value', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'Naive', align: 'right' },
      { title: 'Simple', align: 'right' },
      { title: 'Strong', align: 'right' },
      { title: 'n', align: 'right' },
      { title: 'Better' },
      { title: '' },
    ],
    shown.map((metric) => {
      const reference = anchors.get(metric.name);
      return [
        `${plainText(metric.label)}${metric.unit ? ` (${plainText(metric.unit)})` : ''}`,
        metricValue(metric.value),
        `${metricValue(metric.low)} to ${metricValue(metric.high)}`,
        anchor(reference?.naive),
        anchor(reference?.simple),
        anchor(reference?.strong),
        String(metric.n),
        metric.direction === 'HIGHER' ? 'higher' : 'lower',
        metric.isGraded ? '' : 'not graded',
      ];
    }),
  );
}

function sayRemarks(screen: Screen, { gates, findings }: Score): void {
  const broken = gates.filter((gate) => gate.status !== 'PASSED');
  const remarks = [
    ...broken.map((gate) => `${gate.status === 'FAILED' ? 'Failed' : 'Capped'}: ${gate.message}`),
    ...findings.map((finding) =>
      finding.severity === 'INFO'
        ? finding.message
        : `${finding.severity === 'FLAG' ? 'Flag' : 'Attention'}: ${finding.message}`,
    ),
  ];
  if (remarks.length > 0) screen.say();
  for (const remark of remarks) screen.say(plainText(remark));
}

function sayFailure(screen: Screen, { outcome, isHeld, reason, message, errorDetail }: Finished): void {
  const { style } = screen;
  if (outcome === 'SCORED' && isHeld) {
    screen.say(style.yellow('Scored. Your instructor holds the result and will release it.'));
    return;
  }
  const headline = {
    SCORED: 'Scored, without a result that can be shown',
    STUDENT_ERROR: `Not scored: ${reason ?? 'the submission failed'}`,
    INFRASTRUCTURE_ERROR:
      'Not scored: the grading service failed. This costs no attempt; it was not your code',
    CANCELLED: 'Cancelled. This costs no attempt',
  }[outcome ?? 'INFRASTRUCTURE_ERROR'];
  screen.say(outcome === 'CANCELLED' ? style.yellow(`${headline}.`) : style.red(`${headline}.`));
  if (message && outcome !== 'CANCELLED') screen.say(plainText(message));
  const place = errorDetail?.file
    ? `${errorDetail.file}${errorDetail.line === null ? '' : `, line ${errorDetail.line}`}`
    : '';
  const rule = errorDetail?.rule ? `rule: ${errorDetail.rule}` : '';
  const where = [errorDetail && `phase ${errorDetail.phase}`, place, rule].filter(Boolean).join('; ');
  if (where) screen.say(style.dim(`Where: ${plainText(where)}`));
}
