import { isDeepStrictEqual } from 'node:util';
import type { AssignmentKind, Skill } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson } from './json.js';
import type { LessonText } from './lesson-authoring.store.js';
import { addRoadmapVersion, newestRoadmapVersion } from './roadmap-history.store.js';

export interface StageContent {
  slug: string;
  position: number;
  title: string;
  goal: string;
  unlocks: string;
  overview: string;
  skills: readonly Skill[];
  studyAnchors: readonly object[];
  /**
   * How many assignments must be passed to pass the stage.
   * @default all of them
   */
  passesNeeded?: number;
}

export interface LessonContent extends LessonText {
  stageSlug: string;
  slug: string;
}

export interface DiagramContent {
  slug: string;
  position: number;
  title: string;
  summary: string;
  nodes: readonly object[];
  edges: readonly object[];
}

export interface RoadmapContent {
  slug: string;
  title: string;
  summary: string;
  stages: readonly StageContent[];
  diagrams: readonly DiagramContent[];
  lessons: readonly LessonContent[];
}

/** Writes a track with everything it shows, or updates it. What is no longer in the content stays. */
export async function writeRoadmap(
  tx: Tx,
  organizationId: string,
  content: RoadmapContent,
  now: Date,
): Promise<string> {
  const { slug, title, summary } = content;
  const track = await tx.track.upsert({
    where: { organizationId_slug: { organizationId, slug } },
    create: { id: newId(), organizationId, slug, title, summary },
    update: { title, summary },
  });
  for (const { slug: stageSlug, position, ...stage } of content.stages) {
    const place = { organizationId, trackId: track.id, slug: stageSlug };
    const stageId = await writeStage(tx, place, position, stage, now);
    const lessons = content.lessons.filter((lesson) => lesson.stageSlug === stageSlug);
    for (const [position, { stageSlug: _stage, slug: lessonSlug, ...lesson }] of lessons.entries())
      await writeLesson(tx, { organizationId, stageId, slug: lessonSlug }, position, lesson, now);
  }
  for (const diagram of content.diagrams)
    await writeDiagram(tx, { organizationId, trackId: track.id }, diagram, now);
  return track.id;
}

interface StagePlace {
  organizationId: string;
  trackId: string;
  slug: string;
}

/**
 * Writes a stage, or a newer version of it, and returns its id. A stage that people here have started to edit or have
 * published belongs to them: its text and its place stay.
 */
async function writeStage(
  tx: Tx,
  { organizationId, trackId, slug }: StagePlace,
  position: number,
  { skills, studyAnchors, passesNeeded, ...words }: Omit<StageContent, 'slug' | 'position'>,
  now: Date,
): Promise<string> {
  const text = {
    ...words,
    passesNeeded: passesNeeded ?? null,
    skills: [...skills],
    studyAnchors: toJson(studyAnchors),
  };
  const known = await tx.stage.findUnique({ where: { trackId_slug: { trackId, slug } } });
  const newest = known && (await newestRoadmapVersion(tx, { stageId: known.id }));
  if (known && !hasNews(newest, text)) return known.id;
  const stageId = known?.id ?? newId();
  await tx.stage.upsert({
    where: { id: stageId },
    create: {
      id: stageId,
      organizationId,
      trackId,
      slug,
      publishedAt: now,
      ...text,
      position: await freePosition(tx, trackId, position),
    },
    update: text,
  });
  await addRoadmapVersion(tx, { stageId }, text, { organizationId, by: null, now });
  return stageId;
}

/** Whether nobody here has edited it and the content has changed. */
const hasNews = (newest: { publishedBy: string | null; content: unknown } | null, content: object): boolean =>
  newest?.publishedBy === null && !isDeepStrictEqual(newest.content, toJson(content));

/** The position that the content asks for, or after all others if people have put another stage there. */
async function freePosition(tx: Tx, trackId: string, wanted: number): Promise<number> {
  const there = await tx.stage.findUnique({ where: { trackId_position: { trackId, position: wanted } } });
  if (!there) return wanted;
  const last = await tx.stage.aggregate({ where: { trackId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

/** Writes a concept diagram, or a newer version of it. What people here have written stays, as with stages. */
async function writeDiagram(
  tx: Tx,
  { organizationId, trackId }: Omit<StagePlace, 'slug'>,
  { slug, position, title, summary, nodes, edges }: DiagramContent,
  now: Date,
): Promise<void> {
  const content = { title, summary, nodes: toJson(nodes), edges: toJson(edges) };
  const known = await tx.conceptDiagram.findUnique({ where: { trackId_slug: { trackId, slug } } });
  const newest = known && (await newestRoadmapVersion(tx, { diagramId: known.id }));
  if (known && !hasNews(newest, content)) return;
  const diagramId = known?.id ?? newId();
  await tx.conceptDiagram.upsert({
    where: { id: diagramId },
    create: { id: diagramId, organizationId, trackId, slug, position, publishedAt: now, ...content },
    update: content,
  });
  await addRoadmapVersion(tx, { diagramId }, content, { organizationId, by: null, now });
}

interface LessonPlace {
  organizationId: string;
  stageId: string;
  slug: string;
}

/**
 * Writes a lesson, or a newer version of it. A lesson that people here have started to edit or have published belongs
 * to them and stays.
 */
async function writeLesson(
  tx: Tx,
  { organizationId, stageId, slug }: LessonPlace,
  position: number,
  text: LessonText,
  now: Date,
): Promise<void> {
  const known = await tx.lesson.findUnique({
    where: { stageId_slug: { stageId, slug } },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
  });
  const newest = known?.versions[0];
  if (known && (!newest || newest.publishedBy !== null || isSameText(newest, text))) return;
  const lessonId = known?.id ?? newId();
  await tx.lesson.upsert({
    where: { id: lessonId },
    create: { id: lessonId, organizationId, stageId, slug, position, publishedAt: now, ...text },
    update: text,
  });
  await tx.lessonVersion.create({
    data: {
      id: newId(),
      organizationId,
      lessonId,
      version: (newest?.version ?? 0) + 1,
      ...text,
      note: '',
      publishedAt: now,
    },
  });
}

function isSameText(one: LessonText, other: LessonText): boolean {
  return (['title', 'summary', 'body', 'minutes'] as const).every((key) => one[key] === other[key]);
}

/** Announces an assignment before its first version: pages list it, but nobody can submit yet. Returns its id. */
export async function announceAssignment(
  tx: Tx,
  {
    organizationId,
    trackId,
    stageSlug,
    ...fields
  }: {
    organizationId: string;
    trackId: string;
    stageSlug: string;
    slug: string;
    kind: AssignmentKind;
    title: string;
    summary: string;
  },
): Promise<string> {
  const stage = await tx.stage.findUniqueOrThrow({ where: { trackId_slug: { trackId, slug: stageSlug } } });
  const assignment = await tx.assignment.upsert({
    where: { organizationId_slug: { organizationId, slug: fields.slug } },
    create: { id: newId(), organizationId, stageId: stage.id, ...fields },
    // Once published, only publishing changes the texts.
    update: {},
  });
  return assignment.id;
}
