import { BadUserInputError } from '@holdout/domain';

interface TextRule {
  field: string;
  /** Fewest characters. @default 0 */
  least?: number;
  /** Most characters. */
  limit: number;
  /** What to say to whoever entered something else. */
  message: string;
}

/** What was entered, trimmed. @throws BadUserInputError */
export function checkedText(entered: string, { field, least = 0, limit, message }: TextRule): string {
  const text = entered.trim();
  if (text.length < least || text.length > limit) throw new BadUserInputError(message, { field, limit });
  return text;
}
