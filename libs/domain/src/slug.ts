/** A name for addresses, made of a title: its letters without their accents and its digits, hyphens between words. */
export function slugOf(title: string, longest: number): string {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replace(/^-/u, '')
    .slice(0, longest)
    .replace(/-$/u, '');
}
