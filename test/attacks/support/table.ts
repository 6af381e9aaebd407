import { textTable } from '../../support/text-table.js';

export interface Row {
  threat: string;
  name: string;
  control: string;
  /** What the attack gained with the control off; null when that was not observed. */
  fails: string | null;
  holds: boolean | null;
}

/** For people: attack, control observed failing, result. */
export function tableOf(rows: readonly Row[], runtime = 'the default runtime'): string {
  const head = ['attack', 'control', 'observed with the control off', 'result'];
  const lines = rows.map(({ threat, name, control, fails, holds }) => [
    `${threat}: ${name}`,
    control,
    fails ?? 'NOT OBSERVED',
    holds && fails !== null ? 'holds' : 'FAILED',
  ]);
  return `Attacks on ${runtime}\n${textTable(head, lines)}`;
}
