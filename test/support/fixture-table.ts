import type { Graded } from '@holdout/grading';
import type { Expectation } from './expectations.js';

export interface FixtureRow {
  grader: string;
  fixture: string;
  expected: string;
  got: string;
  isAsExpected: boolean;
}

/** An expectation in a few words: "refused: NOT_A_NUMBER", "scored: at most 10 points, finding degenerate". */
export function wordsOf(expected: Expectation): string {
  const { outcome, passed, minPoints, maxPoints, gatesPass, finding, gate, metric, evades } = expected;
  if (outcome === 'STUDENT_ERROR')
    return refusal(expected.reason, [expected.code, expected.sandboxCode].filter(Boolean).join(' or '));
  const said = [
    passed === undefined ? '' : passed ? 'passed' : 'not passed',
    minPoints === undefined ? '' : `at least ${minPoints} points`,
    maxPoints === undefined ? '' : `at most ${maxPoints} points`,
    gatesPass ? 'gates passed' : '',
    finding ? `finding ${finding}` : '',
    gate ? `${gate.key} ${gate.status}` : '',
    metric ? `${metric.name} at most ${metric.max}` : '',
    evades ? `${evades} does not notice` : '',
  ];
  return list('scored', said);
}

/** What came, told about the same things. */
export function outcomeOf(expected: Expectation, graded: Graded): string {
  if (graded.outcome === 'STUDENT_ERROR') return refusal(graded.reason, graded.code);
  if (graded.outcome !== 'SCORED') return graded.outcome.toLowerCase();
  const { points, passed, gates, findings, metrics } = graded.result;
  const key = expected.gate?.key ?? expected.evades;
  const gate = gates.find((each) => each.key === key);
  const metric = metrics.find(({ name }) => name === expected.metric?.name);
  const isFound = findings.some((each) => each.key === expected.finding);
  return list('scored', [
    `${points.value.toFixed(1)} points`,
    passed ? 'passed' : 'not passed',
    expected.finding ? (isFound ? `finding ${expected.finding}` : 'no such finding') : '',
    gate ? `${gate.key} ${gate.status}` : '',
    metric ? `${metric.name} ${metric.value.toFixed(3)}` : '',
    expected.gatesPass
      ? `${gates.filter(({ status }) => status === 'PASSED').length} of ${gates.length} gates`
      : '',
  ]);
}

/** One table over all graders. */
export function tableOf(rows: readonly FixtureRow[]): string {
  const head = { grader: 'grader', fixture: 'fixture', expected: 'expected', got: 'got' };
  const width = (column: keyof typeof head): number =>
    Math.max(...[head, ...rows].map((row) => row[column].length));
  const columns = (['grader', 'fixture', 'expected'] as const).map((column) => ({
    column,
    width: width(column),
  }));
  const line = (row: Record<keyof typeof head, string>, mark: string): string =>
    `${mark.padEnd(6)}${columns.map((each) => row[each.column].padEnd(each.width)).join('  ')}  ${row.got}`;
  const apart = rows.filter(({ isAsExpected }) => !isAsExpected).length;
  return [
    line(head, ''),
    ...rows.map((row) => line(row, row.isAsExpected ? 'ok' : 'WRONG')),
    `${rows.length} fixtures, ${rows.length - apart} as expected, ${apart} not`,
  ].join('\n');
}

function refusal(reason = '', code = ''): string {
  // Most are refused for what they wrote: then the rule that was broken says all.
  const said = reason === 'PREDICTIONS_REJECTED' && code ? code : [reason, code].filter(Boolean).join(', ');
  return `refused: ${said}`;
}

function list(head: string, parts: readonly string[]): string {
  const said = parts.filter(Boolean).join(', ');
  return said ? `${head}: ${said}` : head;
}
