import type { AssignmentKind, Skill } from '@holdout/domain';
import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson } from './json.js';
import type { LessonText } from './lesson-authoring.store.js';

export interface StageContent {
  slug: string;
  position: number;
  title: string;
  goal: string;
  unlocks: string;
  overview: string;
  skills: readonly Skill[];
  studyAnchors: readonly object[];
  /** How many passed assignments pass the stage. @default all of them */
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

/** Writes a track with everything it shows, or brings it up to date. What is no longer in the content stays. */
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
  for (const { slug: stageSlug, skills, studyAnchors, passesNeeded = null, ...stage } of content.stages) {
    const fields = { ...stage, passesNeeded, skills: [...skills], studyAnchors: toJson(studyAnchors) };
    const { id: stageId } = await tx.stage.upsert({
      where: { trackId_slug: { trackId: track.id, slug: stageSlug } },
      create: { id: newId(), organizationId, trackId: track.id, slug: stageSlug, ...fields },
      update: fields,
    });
    const lessons = content.lessons.filter((lesson) => lesson.stageSlug === stageSlug);
    for (const [position, { stageSlug: _stage, slug: lessonSlug, ...lesson }] of lessons.entries())
      await writeLesson(tx, { organizationId, stageId, slug: lessonSlug }, position, lesson, now);
  }
  for (const { slug: diagramSlug, nodes, edges, ...diagram } of content.diagrams) {
    const fields = { ...diagram, nodes: toJson(nodes), edges: toJson(edges) };
    await tx.conceptDiagram.upsert({
      where: { trackId_slug: { trackId: track.id, slug: diagramSlug } },
      create: { id: newId(), organizationId, trackId: track.id, slug: diagramSlug, ...fields },
      update: fields,
    });
  }
  return track.id;
}

interface LessonPlace {
  organizationId: string;
  stageId: string;
  slug: string;
}

/** Writes a lesson, or a newer version of it. One that people here began or have published a version of is theirs, and stays as it is. */
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
      ...{ id: newId(), organizationId, lessonId, version: (newest?.version ?? 0) + 1, ...text },
      ...{ note: '', publishedAt: now },
    },
  });
}

function isSameText(one: LessonText, other: LessonText): boolean {
  return (['title', 'summary', 'body', 'minutes'] as const).every((key) => one[key] === other[key]);
}

/** Announces an assignment before its first version: pages list it, nobody can submit yet. Answers its id. */
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
    // Publishing owns the words from then on.
    update: {},
  });
  return assignment.id;
}
