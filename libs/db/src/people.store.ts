import type { Tx } from './database.js';
import type { PersonalData } from './personal-data.js';
import { rowsOf } from './rows-of.js';

export interface NewPerson {
  id: string;
  displayName: string;
}

/** Adds a person with a key of their own. Adding them again changes nothing. Run it as that user. */
export async function registerPerson(tx: Tx, personal: PersonalData, person: NewPerson): Promise<void> {
  if (await tx.user.findUnique({ where: { id: person.id }, select: { id: true } })) return;
  const wrappedKey = personal.newWrappedKey(person.id);
  const displayName = personal.encrypt(person.id, wrappedKey, person.displayName);
  await tx.user.create({ data: { id: person.id, displayName: new Uint8Array(displayName) } });
  await tx.userKey.create({ data: { userId: person.id, wrappedKey: new Uint8Array(wrappedKey) } });
}

/** Display names by user id. People who left the organization, or whose data was erased, are missing. */
export async function namesOf(
  tx: Tx,
  personal: PersonalData,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await rowsOf<{ id: string; displayName: Buffer; wrappedKey: Buffer }>(tx)`
    SELECT u.id::text AS id, u.display_name AS "displayName", k.wrapped_key AS "wrappedKey"
    FROM users u JOIN user_keys k ON k.user_id = u.id
    WHERE u.id = ANY(${[...userIds]}::uuid[]) AND u.display_name IS NOT NULL`;
  return new Map(
    people.map(({ id, displayName, wrappedKey }) => [id, personal.decrypt(id, wrappedKey, displayName)]),
  );
}

/** Everybody who has a role here, in the order of joining, up to a limit. A name is null once it is erased. */
export async function namesOfMembers(
  tx: Tx,
  personal: PersonalData,
  limit: number,
): Promise<{ id: string; name: string | null }[]> {
  const members = await rowsOf<{ id: string; displayName: Buffer | null; wrappedKey: Buffer | null }>(tx)`
    SELECT m.user_id::text AS id, u.display_name AS "displayName", k.wrapped_key AS "wrappedKey"
    FROM (SELECT user_id, min(created_at) AS joined_at FROM memberships GROUP BY user_id ORDER BY 2, 1 LIMIT ${limit}::int) m
    LEFT JOIN users u ON u.id = m.user_id LEFT JOIN user_keys k ON k.user_id = m.user_id
    ORDER BY m.joined_at, m.user_id`;
  return members.map(({ id, displayName, wrappedKey }) => ({
    id,
    name: displayName && wrappedKey && personal.decrypt(id, wrappedKey, displayName),
  }));
}

/** Deletes the key, which makes every personal field of this user unreadable. Results stay as anonymous records. */
export async function erasePersonalData(tx: Tx, userId: string): Promise<void> {
  await tx.userKey.deleteMany({ where: { userId } });
  await tx.user.updateMany({ where: { id: userId }, data: { displayName: null } });
}

/** Makes a person an operator of the deployment. Only the migrator's role may; the API never. Run it as that user. */
export async function makeOperator(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { isOperator: true } });
}
