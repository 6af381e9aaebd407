import type { Skill } from '@holdout/domain';
import { z } from 'zod';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import type { PersonalData } from './personal-data.js';
import type { PortfolioPlace } from './system-functions.js';
import { rowsOf } from './rows-of.js';

/** Conditions that must all hold; null means no condition. */
export interface CandidateFilter {
  skill: string | null;
  skillPoints: number | null;
  assignmentSlug: string | null;
  points: number | null;
  metric: string | null;
  metricValue: number | null;
  since: Date | null;
  /** Part of a place's name. Candidates who are open to remote work match every place. */
  location: string | null;
}

export interface CandidateSpot {
  portfolioId: string;
  newestAt: Date;
}

export interface CandidateCard {
  id: string;
  name: string;
  headline: string;
  location: string;
  isRemote: boolean;
  issuerName: string;
  skills: Partial<Record<Skill, number>>;
  results: {
    assignmentSlug: string;
    assignmentTitle: string;
    points: number;
    low: number;
    high: number;
  }[];
}

interface CardRow extends Omit<CandidateCard, 'name'> {
  studentId: string;
  pseudonym: string | null;
  displayName: Uint8Array | null;
  /** Null for someone whose key was erased, and whose name therefore cannot be read. */
  wrappedKey: Uint8Array | null;
}

const ofCard = Prisma.sql`portfolio_id::text AS id, student_id::text AS "studentId", headline, pseudonym, display_name AS "displayName",
  wrapped_key AS "wrappedKey", location, is_remote AS "isRemote", issuer_name AS "issuerName", skills, results`;

export interface FoundCandidates {
  cards: CandidateCard[];
  /** The position of the last candidate on the page; null if the page is empty. */
  last: CandidateSpot | null;
  hasNextPage: boolean;
}

/** Candidates who consented, newest result first. Empty unless the transaction acts for a hiring manager. */
export async function searchCandidates(
  tx: Tx,
  personal: PersonalData,
  filter: CandidateFilter,
  { first, after }: { first: number; after: CandidateSpot | null },
): Promise<FoundCandidates> {
  const { skill, skillPoints, assignmentSlug, points, metric, metricValue, since, location } = filter;
  const rows = await rowsOf<CardRow & { newestAt: Date }>(tx)`
    SELECT ${ofCard}, newest_at AS "newestAt" FROM search_candidate_cards(
      ${skill}, ${skillPoints}::float8, ${assignmentSlug}, ${points}::float8, ${metric}, ${metricValue}::float8, ${since}::timestamptz,
      ${location}, ${after?.newestAt ?? null}::timestamptz, ${after?.portfolioId ?? null}::uuid, ${first + 1}::int)`;
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return {
    cards: page.map((row) => toCard(row, personal)).filter((card) => card !== null),
    last: last ? { portfolioId: last.id, newestAt: last.newestAt } : null,
    hasNextPage: rows.length > first,
  };
}

/** What a list shows about these candidates, in the order of the ids. Those who withdrew are missing. */
export async function candidateCards(
  tx: Tx,
  personal: PersonalData,
  portfolioIds: readonly string[],
): Promise<CandidateCard[]> {
  const rows = await rowsOf<CardRow>(tx)`
    SELECT ${ofCard} FROM candidate_cards(${[...portfolioIds]}::uuid[])`;
  const cards = new Map(rows.map((row) => [row.id, toCard(row, personal)]));
  return portfolioIds.map((id) => cards.get(id) ?? null).filter((card) => card !== null);
}

function toCard(row: CardRow, personal: PersonalData): CandidateCard | null {
  const { studentId, pseudonym, displayName, wrappedKey, ...card } = row;
  const name =
    pseudonym ?? (displayName && wrappedKey && personal.decrypt(studentId, wrappedKey, displayName));
  return name ? { ...card, name } : null;
}

/** Where a candidate's portfolio is stored; null for someone who did not consent, or if the caller lacks the role. */
export async function candidatePlace(tx: Tx, portfolioId: string): Promise<PortfolioPlace | null> {
  const rows = await rowsOf<PortfolioPlace>(tx)`
    SELECT id::text AS id, organization_id::text AS "organizationId" FROM candidate_place(${portfolioId}::uuid)`;
  return rows[0] ?? null;
}

const projectMetrics = z.record(
  z.string(),
  z.object({ label: z.string(), direction: z.enum(['HIGHER', 'LOWER']) }),
);

export interface CandidateProject {
  slug: string;
  title: string;
  metrics: { name: string; label: string; direction: 'HIGHER' | 'LOWER' }[];
}

/** The projects that candidates can be filtered by. */
export async function candidateProjects(tx: Tx): Promise<CandidateProject[]> {
  // Results of one project differ in kind: its title was changed, another version measures other metrics, or none is shown.
  const kinds = await rowsOf<{ slug: string; title: string; metrics: unknown }>(tx)`
    SELECT slug, title, metrics FROM searchable_kinds()`;
  return [...Map.groupBy(kinds, ({ slug }) => slug)].map(([slug, [first, ...others]]) => ({
    slug,
    title: first?.title ?? slug,
    metrics: Object.entries(
      projectMetrics.parse(Object.assign({}, first?.metrics, ...others.map(({ metrics }) => metrics))),
    ).map(([name, metric]) => ({ name, ...metric })),
  }));
}
