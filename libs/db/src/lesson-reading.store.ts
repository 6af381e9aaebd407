import { NotFoundError } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { checkedId } from './ids.js';
import { rowsOf } from './rows-of.js';

export interface LessonSummary {
  id: string;
  stageId: string;
  slug: string;
  position: number;
  title: string;
  summary: string;
  minutes: number;
}

/** Published lessons of stages, or of all stages of a track, without their text: each in the version that the reader began, or the newest. Null reads the newest. */
export function lessonSummaries(
  tx: Tx,
  place: { stageIds: readonly string[] } | { trackId: string },
  readerId: string | null,
): Promise<LessonSummary[]> {
  const stages =
    'trackId' in place
      ? Prisma.sql`l.stage_id IN (SELECT s.id FROM stages s WHERE s.track_id = ${place.trackId}::uuid)`
      : Prisma.sql`l.stage_id = ANY(${[...place.stageIds]}::uuid[])`;
  return rowsOf<LessonSummary>(tx)`
    SELECT l.id::text AS id, l.stage_id::text AS "stageId", l.slug, l.position, coalesce(v.title, l.title) AS title,
      coalesce(v.summary, l.summary) AS summary, coalesce(v.minutes, l.minutes) AS minutes
    FROM lessons l
    LEFT JOIN lesson_readings r ON r.lesson_id = l.id AND r.user_id = ${readerId}::uuid
    LEFT JOIN lesson_versions v ON v.lesson_id = r.lesson_id AND v.version = r.version
    WHERE ${stages} AND l.published_at IS NOT NULL ORDER BY l.stage_id, l.position`;
}

/** A published lesson as the reader reads it. Null reads the newest version. @throws NotFoundError */
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
    ...{ title, summary, body, minutes },
    ...{ version: begun?.version ?? newestVersion, newestVersion, isBegun: begun !== null },
  };
}

const readingOf = (tx: Tx, lessonId: string, userId: string) =>
  tx.lessonReading.findUnique({ where: { lessonId_userId: { lessonId, userId } }, include: { text: true } });

/** A published lesson of a track, to be begun or read in its newest version. @throws NotFoundError */
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

/** Keeps the version that a student has in front of them. One that they began earlier stays theirs. */
export async function beginReading(tx: Tx, { now, ...reading }: Reading): Promise<void> {
  await tx.lessonReading.createMany({ data: { ...reading, begunAt: now }, skipDuplicates: true });
}

/** From now on these read the newest version: one student, or everybody who began an older one. Answers how many that changes. */
export function moveReaders(tx: Tx, lessonId: string, userId: string | null = null): Promise<number> {
  return tx.$executeRaw`
    UPDATE lesson_readings r SET version = newest.version
    FROM (SELECT max(version) AS version FROM lesson_versions WHERE lesson_id = ${lessonId}::uuid) newest
    WHERE r.lesson_id = ${lessonId}::uuid AND r.version < newest.version
      AND (${userId}::uuid IS NULL OR r.user_id = ${userId}::uuid)`;
}

/** How many students began a lesson in an older version than the newest, and read that. */
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
