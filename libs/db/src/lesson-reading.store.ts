import { NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';

/** What a list shows about a lesson. */
export interface LessonWords {
  title: string;
  summary: string;
  minutes: number;
}

export interface LessonSummary extends LessonWords {
  id: string;
  stageId: string;
  slug: string;
  position: number;
}

/** The newest version of each published lesson of these stages, without its text. */
export function lessonSummaries(tx: Tx, stageIds: readonly string[]): Promise<LessonSummary[]> {
  return rowsOf<LessonSummary>(tx)`
    SELECT id::text AS id, stage_id::text AS "stageId", slug, position, title, summary, minutes FROM lessons
    WHERE stage_id = ANY(${[...stageIds]}::uuid[]) AND published_at IS NOT NULL ORDER BY stage_id, position`;
}

/** For lessons that someone began and that have changed since: the version in which they began, by lesson. */
export async function lessonsBegunBefore(tx: Tx, readerId: string): Promise<Map<string, LessonWords>> {
  const begun = await rowsOf<LessonWords & { lessonId: string }>(tx)`
    SELECT r.lesson_id::text AS "lessonId", v.title, v.summary, v.minutes FROM lesson_readings r
    JOIN lesson_versions v ON v.lesson_id = r.lesson_id AND v.version = r.version
    JOIN lessons l ON l.id = r.lesson_id
    WHERE r.user_id = ${readerId}::uuid AND (v.title, v.summary, v.minutes) IS DISTINCT FROM (l.title, l.summary, l.minutes)`;
  return new Map(begun.map(({ lessonId, ...words }) => [lessonId, words]));
}

/**
 * A published lesson in the version that the reader began; null reads the newest.
 * @throws NotFoundError
 */
export async function readLesson(tx: Tx, stageId: string, slug: string, readerId: string | null) {
  const lesson = await tx.lesson.findFirst({
    where: { stageId, slug, publishedAt: { not: null } },
    include: {
      stage: true,
      versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
    },
  });
  if (!lesson) throw new NotFoundError(`The lesson "${slug}"`);
  const begun = readerId === null ? null : await readingOf(tx, lesson.id, readerId);
  const newestVersion = lesson.versions[0]?.version ?? 1;
  const { title, summary, body, minutes } = begun?.text ?? lesson;
  return {
    ...lesson,
    title,
    summary,
    body,
    minutes,
    version: begun?.version ?? newestVersion,
    newestVersion,
    isBegun: begun !== null,
  };
}

const readingOf = (tx: Tx, lessonId: string, userId: string) =>
  tx.lessonReading.findUnique({ where: { lessonId_userId: { lessonId, userId } }, include: { text: true } });

/**
 * A published lesson of a track in its newest version, to begin or read.
 * @throws NotFoundError
 */
export async function lessonToRead(tx: Tx, trackId: string, id: string) {
  const lesson = await tx.lesson.findFirst({
    where: {
      id: checkedId(id, 'The lesson'),
      publishedAt: { not: null },
      stage: { trackId, publishedAt: { not: null } },
    },
    select: { id: true, organizationId: true },
  });
  if (!lesson) throw new NotFoundError('The lesson');
  return lesson;
}

interface Reading {
  organizationId: string;
  lessonId: string;
  userId: string;
  version: number;
  now: Date;
}

/** Records the version that a student is reading. If they began an earlier one, it stays recorded. */
export async function beginReading(tx: Tx, { now, ...reading }: Reading): Promise<void> {
  await tx.lessonReading.createMany({ data: { ...reading, begunAt: now }, skipDuplicates: true });
}

/**
 * Moves readers to the newest version: one student, or everybody who began an older one. Returns how many that
 * changes.
 */
export function moveReaders(tx: Tx, lessonId: string, userId: string | null = null): Promise<number> {
  return tx.$executeRaw`
    UPDATE lesson_readings r SET version = newest.version
    FROM (SELECT max(version) AS version FROM lesson_versions WHERE lesson_id = ${lessonId}::uuid) newest
    WHERE r.lesson_id = ${lessonId}::uuid AND r.version < newest.version
      AND (${userId}::uuid IS NULL OR r.user_id = ${userId}::uuid)`;
}

/** How many students are reading an older version than the newest, because they began it. */
export async function readersBehind(tx: Tx, lessonId: string): Promise<number> {
  const [counted] = await rowsOf<{ count: number }>(tx)`
    SELECT count(*)::int AS count
    FROM lesson_readings r,
      (SELECT max(version) AS version FROM lesson_versions WHERE lesson_id = ${lessonId}::uuid) newest
    WHERE r.lesson_id = ${lessonId}::uuid AND r.version < newest.version AND EXISTS (
      SELECT FROM memberships m
      WHERE m.organization_id = r.organization_id AND m.user_id = r.user_id AND m.role = 'STUDENT')`;
  return counted?.count ?? 0;
}
