import { ConflictError } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { rowsOf } from './rows-of.js';

/** Pseudonyms by user id; people who use their own name are missing. */
export async function pseudonymsOf(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ userId: string; name: string }>(tx)`
    SELECT user_id::text AS "userId", name FROM pseudonyms WHERE user_id = ANY(${[...userIds]}::uuid[])`;
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

/**
 * Sets a person's name on leaderboards; null restores their own.
 * @throws ConflictError when somebody else in the organization has it, in whatever spelling
 */
export async function setPseudonym(
  tx: Tx,
  owner: { organizationId: string; userId: string },
  name: string | null,
): Promise<void> {
  await tx.pseudonym.deleteMany({ where: { userId: owner.userId } });
  if (name === null) return;
  const taken = await tx.pseudonym.findFirst({ where: { name: { equals: name, mode: 'insensitive' } } });
  if (taken)
    throw new ConflictError('Somebody else goes by this name. Choose another one.', { field: 'name' });
  await tx.pseudonym.create({ data: { id: newId(), ...owner, name } });
}
