import { Injectable } from '@nestjs/common';
import {
  authoredLesson,
  authoredLessons,
  beginLesson,
  discardLessonDraft,
  heldLesson,
  lessonsOfStage,
  lessonVersion,
  moveLesson,
  moveReaders,
  publishLessonDraft,
  readersBehind,
  removeLesson,
  saveLessonDraft,
  stageBySlug,
  trackFor,
  withdrawLesson,
  type HeldLesson,
  type LessonText,
} from '@holdout/db';
import { BadUserInputError, ConflictError, LESSON_LIMITS as MAX } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type {
  AuthoredLessonDetailType,
  AuthoredLessonType,
  BeginLessonInput,
  SaveLessonDraftInput,
} from './authored-lessons.types.js';
import { checkedLessonText } from './lesson-rules.js';

type Row = Awaited<ReturnType<typeof authoredLesson>>;
type Listed = Awaited<ReturnType<typeof authoredLessons>>[number];

/** Lessons as their authors see them: drafts, and versions that stay as they were published. */
@Injectable()
export class AuthoredLessonsService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError */
  async ofStage(operation: Operation, stageSlug: string): Promise<AuthoredLessonType[]> {
    const tx = await operation.tx();
    const { id } = await this.stage(operation, stageSlug);
    return (await authoredLessons(tx, id)).map(toListed);
  }

  /** @throws NotFoundError */
  async one(operation: Operation, stageSlug: string, slug: string): Promise<AuthoredLessonDetailType> {
    const { id } = await this.stage(operation, stageSlug);
    return this.shown(operation, await authoredLesson(await operation.tx(), id, slug));
  }

  /** @throws NotFoundError */
  async version(operation: Operation, lessonId: string, version: number) {
    return lessonVersion(await operation.tx(), lessonId, version);
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async begin(operation: Operation, input: BeginLessonInput): Promise<AuthoredLessonDetailType> {
    const title = checkedText(input.title, {
      field: 'title',
      least: 1,
      limit: MAX.title,
      message: `Give the lesson a title of 1 to ${MAX.title} characters.`,
    });
    const { slug } = input;
    if (slug.length > MAX.slugLength || !MAX.slug.test(slug))
      throw new BadUserInputError(
        `An address has up to ${MAX.slugLength} small letters, digits and hyphens, such as "data-leaks".`,
        { field: 'slug', limit: MAX.slugLength },
      );
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const stage = await this.stage(operation, input.stageSlug);
    if ((await lessonsOfStage(tx, stage.id)) >= MAX.perStage)
      throw new BadUserInputError(`A stage has ${MAX.perStage} lessons at most.`, {
        field: 'stageSlug',
        limit: MAX.perStage,
      });
    const empty = { title, summary: '', body: '', minutes: 10 };
    const place = { organizationId: organization.id, stageId: stage.id, slug };
    await beginLesson(tx, { ...place, authorId: userId, ...empty });
    return this.shown(operation, await authoredLesson(tx, stage.id, slug));
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async saveDraft(operation: Operation, { lessonId, basis, ...input }: SaveLessonDraftInput) {
    const text = checkedLessonText(input);
    return this.change(operation, lessonId, async (lesson) => {
      mustBe(lesson, basis, 'Load the page again, and put your changes into the newer draft.');
      await this.keep(operation, lesson, text);
    });
  }

  /** @throws NotFoundError */
  async restore(operation: Operation, lessonId: string, version: number) {
    return this.change(operation, lessonId, async (lesson) => {
      const { title, summary, body, minutes } = await lessonVersion(await operation.tx(), lesson.id, version);
      await this.keep(operation, lesson, { title, summary, body, minutes });
    });
  }

  /**
   * Returns null for a lesson that was nothing but a draft.
   * @throws NotFoundError
   */
  async discard(operation: Operation, lessonId: string): Promise<AuthoredLessonDetailType | null> {
    const tx = await operation.tx();
    const lesson = await heldLesson(tx, lessonId);
    await discardLessonDraft(tx, lesson);
    if (lesson.versions.length > 0)
      return this.shown(operation, await authoredLesson(tx, lesson.stageId, lesson.slug));
    await removeLesson(tx, lesson);
    return null;
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async publish(
    operation: Operation,
    { lessonId, revision, note }: { lessonId: string; revision: number; note: string },
  ) {
    const written = checkedText(note, {
      field: 'note',
      limit: MAX.note,
      message: `Say in ${MAX.note} characters at most what you changed.`,
    });
    return this.change(operation, lessonId, async (lesson) => {
      mustBe(lesson, revision, 'Look at the newer draft before it is published.');
      if (lesson.draft) checkedLessonText(lesson.draft, { isComplete: true });
      const { userId } = await operation.member();
      const version = await publishLessonDraft(await operation.tx(), lesson, {
        note: written,
        publishedBy: userId,
        now: operation.startedAt,
      });
      await this.audit(operation, lesson, 'lesson.published', { version, note: written });
    });
  }

  /** @throws NotFoundError */
  async moveReaders(operation: Operation, lessonId: string) {
    return this.change(operation, lessonId, async (lesson) => {
      const count = await moveReaders(await operation.tx(), lesson.id);
      const version = lesson.versions[0]?.version ?? null;
      if (count > 0) await this.audit(operation, lesson, 'lesson.readers_moved', { version, count });
    });
  }

  /** @throws NotFoundError */
  async withdraw(operation: Operation, lessonId: string) {
    return this.change(operation, lessonId, async (lesson) => {
      await withdrawLesson(await operation.tx(), lesson);
      await this.audit(operation, lesson, 'lesson.withdrawn', {});
    });
  }

  /** @throws NotFoundError */
  async move(operation: Operation, lessonId: string, isEarlier: boolean): Promise<AuthoredLessonType[]> {
    const tx = await operation.tx();
    const lesson = await heldLesson(tx, lessonId);
    await moveLesson(tx, lesson, isEarlier ? -1 : 1);
    return (await authoredLessons(tx, lesson.stageId)).map(toListed);
  }

  private async stage(operation: Operation, slug: string) {
    const { userId } = await operation.member();
    const tx = await operation.tx();
    return stageBySlug(tx, (await trackFor(tx, userId)).id, slug);
  }

  private async change(
    operation: Operation,
    lessonId: string,
    work: (lesson: HeldLesson) => Promise<void>,
  ): Promise<AuthoredLessonDetailType> {
    const tx = await operation.tx();
    const lesson = await heldLesson(tx, lessonId);
    await work(lesson);
    return this.shown(operation, await authoredLesson(tx, lesson.stageId, lesson.slug));
  }

  private async keep(operation: Operation, lesson: HeldLesson, text: LessonText): Promise<void> {
    const { userId } = await operation.member();
    await saveLessonDraft(await operation.tx(), lesson, text, userId, operation.startedAt);
  }

  private async audit(operation: Operation, lesson: HeldLesson, action: string, more: object): Promise<void> {
    await putOnRecord(operation, {
      action,
      subjectType: 'lesson',
      subjectId: lesson.id,
      detail: { stage: lesson.stage.slug, lesson: lesson.slug, ...more },
    });
  }

  private async shown(operation: Operation, row: Row): Promise<AuthoredLessonDetailType> {
    const { draft } = row;
    const name = (id: string) => this.names.of(operation, id);
    return {
      ...toListed(row),
      readersBehind: await readersBehind(await operation.tx(), row.id),
      draft: draft && { ...draft, savedBy: await name(draft.savedBy) },
      versions: await Promise.all(
        row.versions.map(async ({ publishedBy, ...version }) => ({
          ...version,
          publishedBy: publishedBy && (await name(publishedBy)),
        })),
      ),
    };
  }
}

/** @throws ConflictError when the draft is another than the one that the author looked at */
function mustBe({ draft }: HeldLesson, revision: number, advice: string): void {
  if ((draft?.revision ?? 0) !== revision)
    throw new ConflictError(`The draft was changed since you opened it. ${advice}`, { field: 'basis' });
}

function toListed({ id, slug, title, publishedAt, draft, versions }: Listed | Row): AuthoredLessonType {
  return {
    id,
    slug,
    title: draft?.title ?? title,
    isPublished: publishedAt !== null,
    version: versions[0]?.version ?? null,
    hasDraft: draft !== null,
  };
}
