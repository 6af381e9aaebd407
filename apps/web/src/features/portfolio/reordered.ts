/** The list with the entry at `from` one place further up or down; the same list at its ends. */
export function reordered<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const [moved, other] = [list[from], list[to]];
  if (moved === undefined || other === undefined) return list;
  return list.map((entry, index) => (index === from ? other : index === to ? moved : entry));
}
