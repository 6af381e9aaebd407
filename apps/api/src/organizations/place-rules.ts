import {
  BadUserInputError,
  isPlaceSlug,
  isTimeZone,
  ORGANIZATION_LIMITS as MAX,
  slugOf,
} from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';

/** What an organization or a cohort is called. @throws BadUserInputError */
export function checkedName(entered: string): string {
  return checkedText(entered, {
    field: 'name',
    least: 1,
    limit: MAX.name,
    message: `A name has 1 to ${MAX.name} characters.`,
  });
}

/** Its part of addresses, made of its name where none is given. @throws BadUserInputError */
export function checkedSlug(entered: string | null | undefined, name: string): string {
  const slug = entered?.trim() || slugOf(name, MAX.slug);
  if (isPlaceSlug(slug)) return slug;
  throw new BadUserInputError(
    `An address has 2 to ${MAX.slug} lower-case letters and digits, with single hyphens between them, such as autumn-2026.`,
    { field: 'slug', limit: MAX.slug },
  );
}

/** @throws BadUserInputError */
export function checkedWeight(weight: number): number {
  if (weight >= MAX.leastWeight && weight <= MAX.mostWeight) return weight;
  throw new BadUserInputError(
    `A share of the fleet is a number from ${MAX.leastWeight} to ${MAX.mostWeight}; 1 is usual.`,
    {
      field: 'weight',
      limit: MAX.mostWeight,
    },
  );
}

/** @throws BadUserInputError */
export function checkedTimeZone(entered: string): string {
  const name = entered.trim();
  if (isTimeZone(name)) return name;
  throw new BadUserInputError(`"${name}" is not a time zone. An example is Europe/Berlin.`, {
    field: 'timeZone',
  });
}
