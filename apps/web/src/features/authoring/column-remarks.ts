import type { Profile } from './draft.types';

type Table = Profile['table'];
type Column = Table['columns'][number];

export interface Remark {
  kind: 'target' | 'constant' | 'namesRows' | 'tellsTarget' | 'mostlyMissing' | 'manyLevels';
  /** A share, where the remark names one. */
  size: number;
}

const MOSTLY = 0.5;
const MANY_LEVELS = 1000;

/** What an author should know of a column before students are given it. */
export function remarksOn(column: Column, table: Table, target: string | null): Remark[] {
  const { name, kind, missing, distinct } = column;
  if (name === target) return [{ kind: 'target', size: 0 }];
  const remarks: Remark[] = [];
  const told = table.determined.find((each) => each.column === name && each.target === target);
  if (told) remarks.push({ kind: 'tellsTarget', size: told.size });
  if (distinct <= 1) remarks.push({ kind: 'constant', size: 0 });
  if (missing > MOSTLY * table.rows) remarks.push({ kind: 'mostlyMissing', size: missing / table.rows });
  const isName = kind === 'TEXT' && distinct === table.rows;
  if (isName) remarks.push({ kind: 'namesRows', size: 0 });
  else if (kind === 'TEXT' && distinct > MANY_LEVELS) remarks.push({ kind: 'manyLevels', size: 0 });
  return remarks;
}
