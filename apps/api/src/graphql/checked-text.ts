import { BadUserInputError } from '@holdout/domain';

interface TextRule {
  field: string;
  /**
   * Minimum number of characters.
   * @default 0
   */
  least?: number;
  /** Maximum number of characters. */
  limit: number;
  /** The error message for anything else. */
  message: string;
}

/**
 * The entered text, trimmed.
 * @throws BadUserInputError
 */
export function checkedText(entered: string, { field, least = 0, limit, message }: TextRule): string {
  const text = entered.trim();
  if (text.length < least || text.length > limit) throw new BadUserInputError(message, { field, limit });
  return text;
}
