import { HIT_MARKS } from '@holdout/db';

const PARTS = new RegExp(
  `${HIT_MARKS.start}([^${HIT_MARKS.end}]*)${HIT_MARKS.end}|([^${HIT_MARKS.start}]+)`,
  'gu',
);
/** Markdown that says nothing in a line of text. Formulas and code keep their signs: they are the words. */
const MARKUP = /^#{1,6} |[*_]{2}|(?<!\w)_|_(?!\w)|^> ?(\[!\w+\])?|^```\w*$/gmu;

/** A found excerpt as parts of plain text, so that no client has to trust it as markup. */
export function excerptParts(excerpt: string): { text: string; isHit: boolean }[] {
  return [...excerpt.matchAll(PARTS)]
    .map(([, hit, between]) => ({
      text: (hit ?? between ?? '').replaceAll(MARKUP, '').replaceAll(/\s+/gu, ' '),
      isHit: hit !== undefined,
    }))
    .filter(({ text }) => text !== '');
}
