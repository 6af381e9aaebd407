import { ACCENTS } from '@holdout/domain';
import type { BrandingType } from './organizations.types.js';

/** Digits of the logo's digest in its address, so that browsers fetch a changed logo. */
const TOLD_BY = 12;

export function brandingOf(
  slug: string,
  { accent, logo }: { accent?: string | undefined; logo?: string | null | undefined },
): BrandingType {
  return {
    accent: ACCENTS.find((known) => known === accent) ?? 'TEAL',
    logoUrl: logo ? `/files/logos/${slug}?v=${logo.slice(0, TOLD_BY)}` : null,
  };
}
