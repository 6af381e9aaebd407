import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';

export interface WatchedOrganization {
  id: string;
  slug: string;
  name: string;
  /** Share of the fleet relative to other organizations. */
  weight: number;
  archivedAt: Date | null;
  createdAt: Date;
  /** Number of people with any role here. */
  members: number;
  administrators: number;
  /** Runs that are waiting or running. */
  openRuns: number;
}

// The database answers operators only.

/** A page of organizations by name. `after` is the id of the last organization of the previous page. */
export async function watchedOrganizations(
  tx: Tx,
  { search, first, after }: { search: string; first: number; after: string | null },
): Promise<{ rows: WatchedOrganization[]; hasNextPage: boolean }> {
  const from = after === null ? null : checkedId(after, 'The page');
  const rows = await rowsOf<WatchedOrganization>(tx)`
    SELECT id::text AS id, slug, name, weight, archived_at AS "archivedAt", created_at AS "createdAt", members, administrators,
      open_runs AS "openRuns"
    FROM watched_organizations(${search}, ${from}::uuid, ${first + 1}::int)`;
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** False if an organization with this slug exists, or existed. */
export async function foundOrganization(
  tx: Tx,
  { id, slug, name }: { id: string; slug: string; name: string },
): Promise<boolean> {
  const [row] = await rowsOf<{ isMade: boolean }>(
    tx,
  )`SELECT found_organization(${id}::uuid, ${slug}, ${name}) AS "isMade"`;
  return row?.isMade ?? false;
}

/**
 * Sets an organization's name and share of the fleet. Returns the previous values; null when there is no such
 * organization.
 */
export async function settleOrganization(
  tx: Tx,
  { id, name, weight }: { id: string; name: string; weight: number },
): Promise<{ name: string; weight: number } | null> {
  const [before] = await rowsOf<{ name: string; weight: number }>(tx)`
    SELECT name, weight FROM settle_organization(${id}::uuid, ${name}, ${weight}::float8)`;
  return before ?? null;
}

/** Whether that changed anything. */
export async function archiveOrganization(
  tx: Tx,
  { id, isArchived }: { id: string; isArchived: boolean },
): Promise<boolean> {
  const [row] = await rowsOf<{ isChanged: boolean }>(tx)`
    SELECT archive_organization(${id}::uuid, ${isArchived}) AS "isChanged"`;
  return row?.isChanged ?? false;
}

/** The organization that the shipped roadmap can be read from; null if none has it. */
export async function shippedRoadmapPlace(tx: Tx): Promise<string | null> {
  const [row] = await rowsOf<{ id: string | null }>(tx)`SELECT shipped_roadmap_place()::text AS id`;
  return row?.id ?? null;
}
