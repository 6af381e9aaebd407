import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

const address = z.email().max(254);

/**
 * The entered address, trimmed.
 * @throws BadUserInputError
 */
export function checkedEmail(entered: string): string {
  const email = address.safeParse(entered.trim());
  if (!email.success) throw new BadUserInputError('This is not an email address.', { field: 'email' });
  return email.data;
}
