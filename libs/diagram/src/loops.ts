import type { Edge } from './graph.js';

/** A loop: its nodes in order, beginning with the one whose key sorts first. */
export type Loop = readonly string[];

/**
 * Every elementary cycle, once. A step is only taken when the loop can still be closed from there, so the next loop is
 * never more than a few walks over the graph away: a caller that stops early has paid for what it saw, however many
 * loops there are.
 */
export function* loopsOf(edges: readonly Edge[]): Generator<Loop> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  for (const start of [...next.keys()].sort()) {
    // Loops through a node that sorts before `start` were told from there.
    yield* closings([start], (node) => (next.get(node) ?? []).filter((key) => key >= start));
  }
}

export const loopName = (loop: Loop): string => loop.join('>');

function* closings(path: readonly string[], next: (node: string) => string[]): Generator<Loop> {
  const [start, last] = [path[0] ?? '', path.at(-1) ?? ''];
  for (const node of next(last)) {
    if (node === start) yield path;
    else if (!path.includes(node) && canReach(node, start, path, next))
      yield* closings([...path, node], next);
  }
}

/** Whether `goal` can be reached from `node` without touching the rest of the path. */
function canReach(
  node: string,
  goal: string,
  path: readonly string[],
  next: (node: string) => string[],
): boolean {
  const seen = new Set(path.slice(1)).add(node);
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const step of next(at)) {
      if (step === goal) return true;
      if (seen.has(step)) continue;
      seen.add(step);
      waiting.push(step);
    }
  }
  return false;
}
