import type { ComparedPair, Comparison } from './comparison.js';
import { everyFingerprintOf, fingerprintsOf, type Fingerprints } from './fingerprints.js';
import { coveredLines, matchesOf } from './matches.js';
import type { SourceFile } from './source-code.js';

/** One submission. Several of a student are compared with those of others, never with each other. */
export interface Work {
  id: string;
  studentId: string;
  /** Whether it belongs to an earlier cohort. Such works are only compared with present ones. */
  isEarlier: boolean;
  files: readonly SourceFile[];
}

/** Below that, two works share by chance what a few lines share. */
const LEAST_FINGERPRINTS = 12;
/** What more than a quarter of all students have, ten at least, is how the exercise is done. */
const COMMON = { share: 0.25, least: 10 };
const BINS = 20;
const KEPT = { pairs: 500, similarity: 0.1 };

interface Read extends Omit<Work, 'files'> {
  prints: Fingerprints;
}

interface Likeness {
  left: Read;
  right: Read;
  shared: number;
  similarity: number;
}

/** @param given what every student was given, at any time @param onStep told of each work that is read */
export function compareWorks(
  works: readonly Work[],
  given: readonly (readonly SourceFile[])[],
  onStep: (read: number) => void = () => undefined,
): Comparison {
  const known = new Set(given.flatMap((files) => [...everyFingerprintOf(files).keys()]));
  const all = works.map(({ files, ...work }, place) => {
    const prints = new Map([...fingerprintsOf(files)].filter(([hash]) => !known.has(hash)));
    onStep(place + 1);
    return { ...work, prints };
  });
  const common = commonOf(all);
  for (const { prints } of all) for (const hash of common) prints.delete(hash);
  const long = all.filter(({ prints }) => prints.size >= LEAST_FINGERPRINTS);
  const alike = likenessesOf(long);
  return {
    works: all.map(({ id, prints }) => ({
      id,
      fingerprints: prints.size,
      isTooShort: prints.size < LEAST_FINGERPRINTS,
    })),
    pairs: alike
      .filter(({ similarity }) => similarity >= KEPT.similarity)
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, KEPT.pairs)
      .map(toPair),
    histogram: histogramOf(alike),
    commonFingerprints: common.size,
  };
}

function commonOf(works: readonly Read[]): Set<number> {
  const students = new Map<number, Set<string>>();
  for (const { studentId, prints } of works) {
    for (const hash of prints.keys()) {
      const those = students.get(hash);
      if (those) those.add(studentId);
      else students.set(hash, new Set([studentId]));
    }
  }
  const everybody = new Set(works.map(({ studentId }) => studentId)).size;
  const most = Math.max(COMMON.least, COMMON.share * everybody);
  return new Set([...students].filter(([, those]) => those.size > most).map(([hash]) => hash));
}

/** For every two students of whom one at least is of now: their two most similar works. */
function likenessesOf(works: readonly Read[]): Likeness[] {
  const shared = sharedCounts(works);
  const best = new Map<string, Likeness>();
  works.forEach((left, i) => {
    for (let j = i + 1; j < works.length; j++) {
      const right = works[j];
      if (!right || left.studentId === right.studentId || (left.isEarlier && right.isEarlier)) continue;
      const count = shared[i * works.length + j] ?? 0;
      const similarity = (2 * count) / (left.prints.size + right.prints.size);
      const students = [left.studentId, right.studentId].toSorted().join(' ');
      const before = best.get(students);
      if (!before || similarity > before.similarity)
        best.set(students, { left, right, shared: count, similarity });
    }
  });
  return [...best.values()];
}

/** How many fingerprints works i < j share, at i·n + j. */
function sharedCounts(works: readonly Read[]): Uint32Array {
  const counts = new Uint32Array(works.length ** 2);
  const holders = new Map<number, number[]>();
  works.forEach(({ prints }, j) => {
    for (const hash of prints.keys()) {
      const before = holders.get(hash) ?? [];
      for (const i of before) counts[i * works.length + j] = (counts[i * works.length + j] ?? 0) + 1;
      before.push(j);
      holders.set(hash, before);
    }
  });
  return counts;
}

function histogramOf(alike: readonly Likeness[]): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const { similarity } of alike) {
    const bin = Math.min(BINS - 1, Math.floor(similarity * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function toPair({ left, right, shared, similarity }: Likeness): ComparedPair {
  const both = [...left.prints.keys()].filter((hash) => right.prints.has(hash));
  const matches = matchesOf(left.prints, right.prints, both);
  return {
    left: left.id,
    right: right.id,
    similarity,
    matches,
    leftShare: shared / left.prints.size,
    rightShare: shared / right.prints.size,
    matchedLines: coveredLines(matches.map((match) => match.left)),
  };
}
