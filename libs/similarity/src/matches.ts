import type { LineRange, Match } from './comparison.js';
import type { Fingerprints, Place } from './fingerprints.js';

interface Run extends Match {
  length: number;
}

const MOST_MATCHES = 100;

/**
 * Where the shared fingerprints of two works follow each other in the same order, longest first, by most fingerprints. A
 * match whose lines on either side are part of a longer one is left out.
 */
export function matchesOf(left: Fingerprints, right: Fingerprints, shared: readonly number[]): Match[] {
  const runs = runsOf(left, right, shared).toSorted((a, b) => b.length - a.length);
  const matches: Match[] = [];
  for (const run of runs) {
    if (matches.length === MOST_MATCHES) break;
    const isKnown =
      matches.some((match) => contains(match.left, run.left)) ||
      matches.some((match) => contains(match.right, run.right));
    if (!isKnown) matches.push({ left: run.left, right: run.right });
  }
  return matches;
}

/** Lines that matches cover on one side. */
export function coveredLines(ranges: readonly LineRange[]): number {
  let [lines, file, reached] = [0, -1, 0];
  for (const range of ranges.toSorted((a, b) => a.file - b.file || a.from - b.from)) {
    if (range.file !== file) [file, reached] = [range.file, 0];
    lines += Math.max(0, range.to - Math.max(range.from - 1, reached));
    reached = Math.max(reached, range.to);
  }
  return lines;
}

function runsOf(left: Fingerprints, right: Fingerprints, shared: readonly number[]): Run[] {
  const starts = shared
    .flatMap((hash) => (left.get(hash) ?? []).flatMap((a) => (right.get(hash) ?? []).map((b) => ({ a, b }))))
    .toSorted((x, y) => x.a.position - y.a.position || x.b.position - y.b.position);
  const open = new Map<string, Run>();
  const runs: Run[] = [];
  for (const { a, b } of starts) {
    const before = open.get(`${a.position} ${b.position}`);
    const run = before ?? { left: rangeOf(a), right: rangeOf(b), length: 0 };
    if (!before) runs.push(run);
    run.length += 1;
    run.left.to = Math.max(run.left.to, a.to);
    run.right.to = Math.max(run.right.to, b.to);
    open.set(`${a.position + 1} ${b.position + 1}`, run);
  }
  return runs;
}

const rangeOf = ({ file, from, to }: Place): LineRange => ({ file, from, to });

function contains(outer: LineRange, inner: LineRange): boolean {
  return outer.file === inner.file && outer.from <= inner.from && outer.to >= inner.to;
}
