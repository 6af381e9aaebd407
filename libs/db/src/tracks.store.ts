import { NotFoundError, type Skill } from '@holdout/domain';
import type { Tx } from './database.js';
import { rowsOf } from './rows-of.js';

/** A track without its stages. */
export interface TrackRow {
  id: string;
  slug: string;
  title: string;
  summary: string;
}

/** The track of the viewer's cohort; the organization's oldest one for everybody else. @throws NotFoundError */
export async function trackFor(tx: Tx, userId: string): Promise<TrackRow> {
  const [track] = await rowsOf<TrackRow>(tx)`
    SELECT t.id::text AS id, t.slug, t.title, t.summary FROM tracks t
    LEFT JOIN LATERAL (
      SELECT n.created_at FROM enrollments n JOIN cohorts c ON c.id = n.cohort_id
      WHERE c.track_id = t.id AND n.user_id = ${userId}::uuid AND n.withdrawn_at IS NULL AND c.archived_at IS NULL
      ORDER BY n.created_at DESC LIMIT 1
    ) own ON true
    ORDER BY own.created_at DESC NULLS LAST, t.created_at LIMIT 1`;
  if (!track) throw new NotFoundError('A track');
  return track;
}

export interface DiagramRow {
  id: string;
  trackId: string;
  stageId: string | null;
  slug: string;
  title: string;
  summary: string;
  nodes: unknown;
  edges: unknown;
}

/** Published concept diagrams of tracks, in the order of their track. */
export function diagramsOf(tx: Tx, trackIds: readonly string[]): Promise<DiagramRow[]> {
  return rowsOf<DiagramRow>(tx)`
    SELECT id::text AS id, track_id::text AS "trackId", stage_id::text AS "stageId", slug, title, summary, nodes, edges
    FROM concept_diagrams WHERE track_id = ANY(${[...trackIds]}::uuid[]) AND published_at IS NOT NULL ORDER BY track_id, position`;
}

/** A stage, without its text. */
export interface StageRow {
  id: string;
  trackId: string;
  slug: string;
  position: number;
  title: string;
  goal: string;
  unlocks: string;
  skills: Skill[];
  passesNeeded: number | null;
}

/** The published stages of a track in their order, numbered from 1. */
export function stagesOf(tx: Tx, trackId: string): Promise<StageRow[]> {
  return rowsOf<StageRow>(tx)`
    SELECT id::text AS id, track_id::text AS "trackId", slug, title, goal, unlocks, skills::text[] AS skills,
      passes_needed AS "passesNeeded", (row_number() OVER (ORDER BY position))::int AS position
    FROM stages WHERE track_id = ${trackId}::uuid AND published_at IS NOT NULL ORDER BY stages.position`;
}

/** How many published stages of a track come before a position. */
export function publishedStagesBefore(tx: Tx, trackId: string, position: number): Promise<number> {
  return tx.stage.count({ where: { trackId, position: { lt: position }, publishedAt: { not: null } } });
}

/**
 * Finds published and unpublished stages.
 * @throws NotFoundError
 */
export async function stageBySlug(tx: Tx, trackId: string, slug: string) {
  const stage = await tx.stage.findUnique({ where: { trackId_slug: { trackId, slug } } });
  if (!stage) throw new NotFoundError(`The stage "${slug}"`);
  return stage;
}

/** The text on the page of a stage, which lists of stages leave out. */
export interface StageText {
  id: string;
  overview: string;
  studyAnchors: unknown;
}

export function stageTextsOf(tx: Tx, ids: readonly string[]): Promise<StageText[]> {
  return tx.stage.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, overview: true, studyAnchors: true },
  });
}
