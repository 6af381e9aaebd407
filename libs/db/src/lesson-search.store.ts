import type { Tx } from './database.js';

export interface LessonHit {
  id: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  stageSlug: string;
  stageTitle: string;
  /** The text around the found words; each of them is enclosed in `HIT_MARKS`. */
  excerpt: string;
}

/** Put around a found word. Lessons never contain these characters. */
export const HIT_MARKS = { start: '\u0002', end: '\u0003' } as const;

const HEADLINE = `StartSel=${HIT_MARKS.start}, StopSel=${HIT_MARKS.end}, MaxWords=28, MinWords=14, MaxFragments=2, FragmentDelimiter=" … "`;

/**
 * Published lessons of a track that contain the words, best match first, each in the version that the reader began;
 * null reads the newest. `words` as people type them: quotes for phrases, a minus for excluded words. The last word
 * may be incomplete.
 */
export function searchLessons(
  tx: Tx,
  { trackId, readerId }: { trackId: string; readerId: string | null },
  words: string,
  first: number,
): Promise<LessonHit[]> {
  return tx.$queryRaw<LessonHit[]>`
    WITH asked AS (SELECT websearch_to_tsquery('english', ${words}) AS whole),
    query AS (
      -- The word that is still being typed stands for all that begin like it.
      SELECT CASE WHEN whole::text ~ '''$' THEN (whole::text || ':*')::tsquery ELSE whole END AS q FROM asked
    ),
    readings AS (SELECT lesson_id, version FROM lesson_readings WHERE user_id = ${readerId}::uuid),
    read AS (
      SELECT l.id, l.title, l.summary, l.minutes, l.body, l.search FROM query
      JOIN lessons l ON l.search @@ query.q
      WHERE NOT EXISTS (SELECT FROM readings r WHERE r.lesson_id = l.id)
      UNION ALL
      SELECT v.lesson_id, v.title, v.summary, v.minutes, v.body, v.search FROM query, readings r
      JOIN lesson_versions v ON v.lesson_id = r.lesson_id AND v.version = r.version
      WHERE v.search @@ query.q
    )
    SELECT l.id::text AS id, l.slug, read.title, read.summary, read.minutes, s.slug AS "stageSlug", s.title AS "stageTitle",
      ts_headline('english', read.summary || ' ' || read.body, query.q, ${HEADLINE}) AS excerpt
    FROM query, read
    JOIN lessons l ON l.id = read.id
    JOIN stages s ON s.id = l.stage_id
    WHERE s.track_id = ${trackId}::uuid AND l.published_at IS NOT NULL AND s.published_at IS NOT NULL
    ORDER BY ts_rank_cd(read.search, query.q) DESC, s.position, l.position
    LIMIT ${first}`;
}
