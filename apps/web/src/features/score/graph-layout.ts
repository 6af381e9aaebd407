export interface Placed {
  name: string;
  column: number;
  row: number;
}

export interface GraphLayout {
  nodes: Placed[];
  edges: { from: Placed; to: Placed }[];
  columns: number;
  rows: number;
}

const ARROW = ' → ';

/** Nodes in columns by their distance from where the arrows begin. `arrows` are texts of the form "from → to". */
export function layOutGraph(arrows: readonly string[]): GraphLayout {
  const pairs = arrows
    .map((arrow) => arrow.split(ARROW))
    .flatMap(([from, to]): [string, string][] => (from && to ? [[from, to]] : []));
  const depth = new Map(pairs.flat().map((name) => [name, 0]));
  // As many rounds as there are nodes settle every path; a loop, which a registry should not have, ends there too.
  for (let round = 0; round < depth.size; round += 1)
    for (const [from, to] of pairs)
      depth.set(to, Math.min(depth.size - 1, Math.max(depth.get(to) ?? 0, (depth.get(from) ?? 0) + 1)));
  const filled = new Map<number, number>();
  const placed = new Map<string, Placed>();
  for (const [name, column] of depth) {
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    placed.set(name, { name, column, row });
  }
  const at = (name: string) => placed.get(name) ?? { name, column: 0, row: 0 };
  return {
    nodes: [...placed.values()],
    edges: pairs.map(([from, to]) => ({ from: at(from), to: at(to) })),
    columns: Math.max(0, ...depth.values()) + 1,
    rows: Math.max(1, ...filled.values()),
  };
}
