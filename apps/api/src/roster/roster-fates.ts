import { enrolledPlaces, invitationsOf, membersByEmail, type KnownInvitation, type Tx } from '@holdout/db';
import type { Role } from '@holdout/domain';
import type { RosterRow } from './roster-rows.js';

const MOST_AT_ONCE = 2_000;
const CAME_AND_WENT =
  'They had this role here and have it no longer. Invite them by hand, if they should have it again.';

/** A row whose cohort was found. */
export interface PlacedRow extends RosterRow {
  emailHash: string;
  /** Set for students only. */
  cohortId: string | null;
}

/**
 * What happens to a row. INVITED: a new invitation, to a member with another role or to somebody unknown. PLACED: a
 * member, or someone already invited, is put into a cohort. UNCHANGED: nothing to do. REFUSED: the row has a problem.
 */
export type Fate =
  | { kind: 'INVITED'; userId: string | null }
  | { kind: 'PLACED'; userId: string; cohortId: string }
  | { kind: 'PLACED'; invitationId: string; cohortId: string; cohortBeforeId: string | null }
  | { kind: 'UNCHANGED'; userId: string | null; invitationId: string | null }
  | { kind: 'REFUSED'; problem: string };

/** What is known about the people of a roster before it is imported. */
export interface KnownPeople {
  /** User id by address and role. */
  members: ReadonlyMap<string, string>;
  /** User id and all roles, by address. */
  people: ReadonlyMap<string, { userId: string; roles: readonly Role[] }>;
  /** User id and cohort id, joined by a space. */
  places: ReadonlySet<string>;
  /** The open invitation, or else an accepted one, by hash of the address and role. */
  invitations: ReadonlyMap<string, KnownInvitation>;
}

export async function knownPeople(tx: Tx, rows: readonly PlacedRow[]): Promise<KnownPeople> {
  const members = new Map<string, string>();
  const people = new Map<string, { userId: string; roles: readonly Role[] }>();
  const readable = rows.filter(({ problem }) => problem === null);
  for (let i = 0; i < readable.length; i += MOST_AT_ONCE) {
    const emails = readable.slice(i, i + MOST_AT_ONCE).map(({ email }) => email.toLowerCase());
    for (const { email, role, userId } of await membersByEmail(tx, emails)) {
      members.set(`${email} ${role}`, userId);
      people.set(email, { userId, roles: [...(people.get(email)?.roles ?? []), role] });
    }
  }
  const invitations = await invitationsOf(
    tx,
    rows.map(({ emailHash }) => emailHash),
  );
  return {
    members,
    people,
    places: await enrolledPlaces(tx, [...new Set(members.values())]),
    invitations: new Map(
      invitations.map((invitation) => [`${invitation.emailHash} ${invitation.role}`, invitation]),
    ),
  };
}

export function fateOf({ problem, email, emailHash, role, cohortId }: PlacedRow, known: KnownPeople): Fate {
  if (problem !== null) return { kind: 'REFUSED', problem };
  const place = role === 'STUDENT' ? cohortId : null;
  const userId = known.members.get(keyOf(email.toLowerCase(), role));
  if (userId !== undefined)
    return place === null || known.places.has(`${userId} ${place}`)
      ? { kind: 'UNCHANGED', userId, invitationId: null }
      : { kind: 'PLACED', userId, cohortId: place };
  const invitation = known.invitations.get(keyOf(emailHash, role));
  if (!invitation) return { kind: 'INVITED', userId: known.people.get(email.toLowerCase())?.userId ?? null };
  if (!invitation.isOpen) return { kind: 'REFUSED', problem: CAME_AND_WENT };
  const { id: invitationId, cohortId: cohortBeforeId } = invitation;
  return place === null || cohortBeforeId === place
    ? { kind: 'UNCHANGED', userId: null, invitationId }
    : { kind: 'PLACED', invitationId, cohortId: place, cohortBeforeId };
}

const keyOf = (person: string, role: Role) => `${person} ${role}`;
