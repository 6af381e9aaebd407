import { BadUserInputError } from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';
import type { AuditFilter } from '@holdout/db';

const LONGEST_SEARCH = 100;

/** @throws BadUserInputError for what no event can match, or what is too long to look for */
export function checkedFilter(filter: AuditFilter): AuditFilter {
  const search = checkedText(filter.search ?? '', {
    field: 'search',
    limit: LONGEST_SEARCH,
    message: `Search for ${LONGEST_SEARCH} characters at most.`,
  });
  if (filter.from && filter.to && filter.from >= filter.to) {
    throw new BadUserInputError('The end must lie after the beginning.', { field: 'to' });
  }
  return { ...filter, search: search || null };
}
