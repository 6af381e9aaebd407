import { WinnowFilter } from '@dodona/dolos-core';
import type { SourceFile } from './source-code.js';
import { syntaxTokens } from './syntax-tokens.js';

/** This many consecutive tokens, about two lines, are one fingerprint. Of each window of consecutive ones, one is kept. */
export const WINNOWING = { tokens: 23, window: 17 } as const;
/** A work that repeats itself would otherwise match itself as often as the product of its repetitions. */
const MOST_PLACES = 8;

/** Where a fingerprint stands. */
export interface Place {
  file: number;
  /** First and last line. */
  from: number;
  to: number;
  /** Among the fingerprints of its work; those of different files do not follow each other. */
  position: number;
}

/** The fingerprints of a work, each with the first places where it stands. */
export type Fingerprints = ReadonlyMap<number, readonly Place[]>;

export function fingerprintsOf(files: readonly SourceFile[]): Fingerprints {
  return winnowed(files, WINNOWING.window);
}

/** None is passed over: whichever of them a work keeps, it is known here. */
export function everyFingerprintOf(files: readonly SourceFile[]): Fingerprints {
  return winnowed(files, 1);
}

function winnowed(files: readonly SourceFile[], window: number): Fingerprints {
  const winnow = new WinnowFilter(WINNOWING.tokens, window);
  const found = new Map<number, Place[]>();
  let position = 0;
  files.forEach((source, file) => {
    const tokens = syntaxTokens(source);
    for (const { hash, start, stop } of winnow.fingerprints(tokens.map(({ kind }) => kind))) {
      const places = found.get(hash) ?? [];
      const [from, to] = [tokens[start]?.line ?? 1, tokens[stop]?.line ?? 1];
      if (places.length < MOST_PLACES) places.push({ file, from, to, position });
      found.set(hash, places);
      position += 1;
    }
    position += 1;
  });
  return found;
}
