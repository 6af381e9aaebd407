import { BadUserInputError } from '@holdout/domain';
import { QUERY_LIMITS } from './limits.js';

/**
 * Checks the actual value: the query's cost limit does not see defaults and nulls.
 * @throws BadUserInputError
 */
export function checkedPageSize(first: number): number {
  const limit = QUERY_LIMITS.pageSize;
  if (!Number.isInteger(first) || first < 1 || first > limit) {
    throw new BadUserInputError(
      `"first" is ${first}; it may be 1 to ${limit}. Ask for the next page with "after".`,
      {
        field: 'first',
        limit,
      },
    );
  }
  return first;
}
