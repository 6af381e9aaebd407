interface Edge {
  left: string;
  right: string;
  similarity: number;
}

/** Groups of students connected by pairs of at least `least` similarity, directly or through others, largest first. */
export function clustersOf(pairs: readonly Edge[], least: number): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const { left, right, similarity } of pairs) {
    if (similarity < least) continue;
    const [one, other] = [groups.get(left) ?? new Set([left]), groups.get(right) ?? new Set([right])];
    if (one === other) continue;
    const joined = new Set([...one, ...other]);
    for (const member of joined) groups.set(member, joined);
  }
  return [...new Set(groups.values())].map((group) => [...group]).toSorted((a, b) => b.length - a.length);
}
