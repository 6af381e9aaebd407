import { randomOf } from './random.js';

/** A table that nobody has seen: who is late with a payment, told in part by two columns. `day` stands beside them and tells nothing. */
export function lateLoans(rows: number, seed = 7): string {
  const random = randomOf(seed);
  // The sum of twelve is close enough to a normal variable.
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
  const lines = Array.from({ length: rows }, (_, row) => {
    const [income, debt] = [normal(), normal()];
    const isLate = debt - income + normal() > 0.8;
    const told = row % 11 === 0 ? '' : income.toFixed(4);
    return [
      `L-${row}`,
      `2024-${String(1 + (row % 12)).padStart(2, '0')}-05`,
      told,
      debt.toFixed(4),
      ['north', 'south', 'west'][row % 3],
      isLate ? 'yes' : 'no',
    ].join(',');
  });
  return `${['loan,day,income,debt,region,late', ...lines].join('\n')}\n`;
}
