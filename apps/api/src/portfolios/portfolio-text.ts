import { BadUserInputError, isPortfolioSlug, PORTFOLIO_LIMITS } from '@holdout/domain';
import type { SavePortfolioInput } from './portfolios.types.js';

/** Letters of any script, digits, marks that join them; nothing that could pass for markup or hide. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*$/u;

/**
 * The entered text, trimmed.
 * @throws BadUserInputError
 */
export function checkedPortfolio(input: SavePortfolioInput) {
  const { results, headline, caseStudy, location } = PORTFOLIO_LIMITS;
  if (!isPortfolioSlug(input.slug))
    throw new BadUserInputError(
      'An address has 4 to 60 small letters and digits, with single dashes between, and is not "share".',
      { field: 'slug', limit: 60 },
    );
  if (input.items.length > results)
    throw new BadUserInputError(`A portfolio shows at most ${results} results. Take some out.`, {
      field: 'items',
      limit: results,
    });
  if (new Set(input.items.map(({ submissionId }) => submissionId)).size < input.items.length)
    throw new BadUserInputError('A result can appear in a portfolio only once. Remove the second one.', {
      field: 'items',
    });
  return {
    slug: input.slug,
    headline: atMost(input.headline.trim(), headline, 'headline', 'A headline'),
    pseudonym: checkedPseudonym(input.pseudonym),
    location: atMost(input.location.trim(), location, 'location', 'A place'),
    isRemote: input.isRemote,
    items: input.items.map((item, index) => ({
      ...item,
      caseStudy: atMost(item.caseStudy.trim(), caseStudy, `items.${index}.caseStudy`, 'A case study'),
    })),
  };
}

/** @throws BadUserInputError */
export function atMost(text: string, limit: number, field: string, what: string): string {
  if (text.length > limit)
    throw new BadUserInputError(`${what} has at most ${limit} characters; this one has ${text.length}.`, {
      field,
      limit,
    });
  return text;
}

function checkedPseudonym(entered: string | null): string | null {
  const name = entered?.normalize('NFC').trim().replaceAll(/\s+/g, ' ') ?? '';
  const limit = PORTFOLIO_LIMITS.pseudonym;
  if (name === '') return null;
  if (name.length < 2 || name.length > limit || !NAME.test(name))
    throw new BadUserInputError(
      `A pseudonym has 2 to ${limit} letters and digits, with spaces, dots or dashes between.`,
      { field: 'pseudonym', limit },
    );
  return name;
}
