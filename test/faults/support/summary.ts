import type { RunRow } from '../../support/grading-lab.js';
import { textTable } from '../../support/text-table.js';
import type { Journal } from './journal.js';

/** For people: how often what broke, what it met, and how the runs ended. */
export function summaryOf(seed: number, { strikes }: Journal, runs: readonly RunRow[]): string {
  const names = [...new Set(strikes.map(({ name }) => name))].sort();
  const rows = names.map((name) => {
    const own = strikes.filter((strike) => strike.name === name);
    const sum = (of: (strike: (typeof own)[number]) => number): number =>
      own.reduce((total, strike) => total + of(strike), 0);
    return [name, own.length, sum(({ inHand }) => inHand), sum(({ ended }) => ended)];
  });
  const outcomes = Map.groupBy(runs, ({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' '));
  const attempts = Map.groupBy(runs, ({ attempt }) => attempt);
  return [
    `Random faults, seed ${seed}: ${strikes.length} faults, ${runs.length} runs`,
    textTable(['fault', 'times', 'runs in hand', 'attempts ended'], rows),
    '',
    textTable(
      ['outcome', 'runs'],
      [...outcomes].map(([outcome, all]) => [outcome, all.length]),
    ),
    '',
    textTable(
      ['attempts that it took', 'runs'],
      [...attempts].sort(([a], [b]) => a - b).map(([count, all]) => [count, all.length]),
    ),
  ].join('\n');
}
