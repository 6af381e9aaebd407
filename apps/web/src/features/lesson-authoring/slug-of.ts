import { LESSON_LIMITS } from '@holdout/domain';

/** An address made of a title: its letters without their accents, hyphens between words. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LESSON_LIMITS.slugLength)
    .replaceAll(/^-|-$/gu, '');
}
