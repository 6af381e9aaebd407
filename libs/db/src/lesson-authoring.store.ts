import { ConflictError, NotFoundError } from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';

export interface LessonText {
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
  minutes: number;
}

const withoutText = { body: true } as const;

/** All lessons of a stage in their order, published or not, without their text. */
export function authoredLessons(tx: Tx, stageId: string) {
  return tx.lesson.findMany({
    where: { stageId },
    omit: withoutText,
    include: {
      draft: { select: { revision: true, title: true } },
      versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}

/**
 * A lesson with its draft and its newest versions, without their texts.
 * @throws NotFoundError
 */
export async function authoredLesson(tx: Tx, stageId: string, slug: string) {
  const lesson = await tx.lesson.findUnique({
    where: { stageId_slug: { stageId, slug } },
    include: {
      stage: true,
      draft: true,
      versions: { orderBy: { version: 'desc' }, take: 100, omit: withoutText },
    },
  });
  if (!lesson) throw new NotFoundError(`The lesson "${slug}"`);
  return lesson;
}

/** @throws NotFoundError */
export async function lessonVersion(tx: Tx, lessonId: string, version: number) {
  const found = await tx.lessonVersion.findUnique({
    where: { lessonId_version: { lessonId: checkedId(lessonId, 'The lesson'), version } },
  });
  if (!found) throw new NotFoundError(`Version ${version} of the lesson`);
  return found;
}

/**
 * Locks the lesson until the transaction ends.
 * @throws NotFoundError
 */
export async function heldLesson(tx: Tx, id: string) {
  const lessonId = checkedId(id, 'The lesson');
  await tx.$queryRaw`SELECT 1 FROM lessons WHERE id = ${lessonId}::uuid FOR UPDATE`;
  const lesson = await tx.lesson.findUnique({
    where: { id: lessonId },
    include: {
      stage: true,
      draft: true,
      versions: { orderBy: { version: 'desc' }, take: 1, omit: withoutText },
    },
  });
  if (!lesson) throw new NotFoundError('The lesson');
  return lesson;
}

export type HeldLesson = Awaited<ReturnType<typeof heldLesson>>;

interface NewLesson extends LessonText {
  organizationId: string;
  stageId: string;
  slug: string;
  authorId: string;
}

/**
 * Adds a lesson at the end of the stage, as a draft that no student sees.
 * @throws ConflictError
 */
export async function beginLesson(
  tx: Tx,
  { organizationId, stageId, slug, authorId, ...text }: NewLesson,
): Promise<void> {
  if (await tx.lesson.findUnique({ where: { stageId_slug: { stageId, slug } }, select: { id: true } }))
    throw new ConflictError(`The stage has a lesson at "${slug}" already. Choose another address.`, {
      field: 'slug',
    });
  const last = await tx.lesson.aggregate({ where: { stageId }, _max: { position: true } });
  const id = newId();
  const position = (last._max.position ?? -1) + 1;
  await tx.lesson.create({ data: { id, organizationId, stageId, slug, position, ...text } });
  await tx.lessonDraft.create({
    data: { lessonId: id, organizationId, revision: 1, savedBy: authorId, ...text },
  });
}

export function lessonsOfStage(tx: Tx, stageId: string): Promise<number> {
  return tx.lesson.count({ where: { stageId } });
}

/** Replaces the draft that the author began from. The lesson must be locked. */
export async function saveLessonDraft(
  tx: Tx,
  { id: lessonId, organizationId, draft }: HeldLesson,
  text: LessonText,
  authorId: string,
  now: Date,
): Promise<void> {
  const fields = { ...text, revision: (draft?.revision ?? 0) + 1, savedBy: authorId, savedAt: now };
  await tx.lessonDraft.upsert({
    where: { lessonId },
    create: { lessonId, organizationId, ...fields },
    update: fields,
  });
}

export async function discardLessonDraft(tx: Tx, { id: lessonId }: HeldLesson): Promise<void> {
  await tx.lessonDraft.deleteMany({ where: { lessonId } });
}

/** Removes a lesson that was never published. */
export async function removeLesson(tx: Tx, { id }: HeldLesson): Promise<void> {
  await tx.lesson.delete({ where: { id } });
}

/**
 * Makes the draft the next version, which students read from now on. Returns its number.
 * @throws ConflictError without a draft
 */
export async function publishLessonDraft(
  tx: Tx,
  lesson: HeldLesson,
  { note, publishedBy, now }: { note: string; publishedBy: string; now: Date },
): Promise<number> {
  const { id: lessonId, organizationId, draft, versions } = lesson;
  if (!draft) throw new ConflictError('There is no draft to publish. Write one, or restore a version.');
  const { title, summary, body, minutes } = draft;
  const text = { title, summary, body, minutes };
  const version = (versions[0]?.version ?? 0) + 1;
  const author = { note, publishedBy, publishedAt: now };
  await tx.lessonVersion.create({
    data: { id: newId(), organizationId, lessonId, version, ...text, ...author },
  });
  await tx.lesson.update({ where: { id: lessonId }, data: { ...text, publishedAt: now } });
  await discardLessonDraft(tx, lesson);
  return version;
}

/** Hides a lesson from students. Its versions stay, and publishing shows it again. */
export async function withdrawLesson(tx: Tx, { id }: HeldLesson): Promise<void> {
  await tx.lesson.update({ where: { id }, data: { publishedAt: null } });
}

/** Swaps a lesson with the one before or after it. At either end it stays where it is. */
export async function moveLesson(tx: Tx, { id, stageId }: HeldLesson, by: -1 | 1): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM stages WHERE id = ${stageId}::uuid FOR UPDATE`;
  const order = await tx.lesson.findMany({
    where: { stageId },
    select: { id: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const ids = order.map((lesson) => lesson.id);
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (other === undefined) return;
  ids[from + by] = id;
  ids[from] = other;
  for (const [position, lessonId] of ids.entries())
    await tx.lesson.update({ where: { id: lessonId }, data: { position } });
}
