import { Injectable } from '@nestjs/common';
import {
  authoredStage,
  authoredStages,
  beginStage,
  discardRoadmapDraft,
  heldStage,
  moveStage,
  publishStage,
  refuseOtherRevision,
  removeStage,
  roadmapVersion,
  saveRoadmapDraft,
  stageBySlug,
  withdrawStage,
  type AuthoredStage,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  LESSON_LIMITS,
  slugOf,
  STAGE_LIMITS as MAX,
  type StageText,
} from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import type {
  AuthoredStageDetailType,
  AuthoredStageType,
  BeginStageInput,
  SaveStageDraftInput,
} from './authored-stages.types.js';
import { checkedNote, refuseBadSlug, RoadmapHistory } from './roadmap-history.js';
import { stageText } from './roadmap-json.js';
import { checkedStageText, checkedStageTitle } from './stage-rules.js';

/** Stages as their authors see them: drafts, and published versions, which never change. */
@Injectable()
export class AuthoredStagesService {
  constructor(private readonly history: RoadmapHistory) {}

  /** @throws NotFoundError */
  async all(operation: Operation): Promise<AuthoredStageType[]> {
    return (await authoredStages(await operation.tx(), await this.history.track(operation))).map(toListed);
  }

  /** @throws NotFoundError */
  async named(operation: Operation, slug: string): Promise<AuthoredStageDetailType> {
    const tx = await operation.tx();
    const { id } = await stageBySlug(tx, await this.history.track(operation), slug);
    return this.shown(operation, await this.one(operation, id));
  }

  /** @throws NotFoundError */
  async version(operation: Operation, id: string, version: number): Promise<StageText> {
    const stage = await this.one(operation, id);
    return stageText.parse(
      (await roadmapVersion(await operation.tx(), { stageId: stage.id }, version)).content,
    );
  }

  /** @throws BadUserInputError, ConflictError */
  async begin(operation: Operation, input: BeginStageInput): Promise<AuthoredStageDetailType> {
    const title = checkedStageTitle(input.title);
    const slug = input.slug ?? slugOf(title, LESSON_LIMITS.slugLength);
    refuseBadSlug(slug, 'baselines');
    const tx = await operation.tx();
    const trackId = await this.history.track(operation);
    if ((await authoredStages(tx, trackId)).length >= MAX.perTrack)
      throw new BadUserInputError(`A track has ${MAX.perTrack} stages at most.`, {
        field: 'slug',
        limit: MAX.perTrack,
      });
    const empty = { goal: '', unlocks: '', overview: '', skills: [], passesNeeded: null, studyAnchors: [] };
    await beginStage(tx, { trackId, slug }, { title, ...empty }, await this.history.written(operation));
    return this.named(operation, slug);
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async saveDraft(operation: Operation, { stageId, basis, text }: SaveStageDraftInput) {
    const checked = checkedStageText({ ...text, passesNeeded: text.passesNeeded ?? null });
    return this.change(operation, stageId, async ({ id, draft }) => {
      refuseOtherRevision(draft, basis, 'Load the page again, and put your changes into the newer draft.');
      await this.keep(operation, id, checked);
    });
  }

  /** @throws NotFoundError */
  async restore(operation: Operation, stageId: string, version: number) {
    return this.change(operation, stageId, async ({ id }) => {
      await this.keep(operation, id, await this.version(operation, id, version));
    });
  }

  /**
   * Returns null if the stage existed only as a draft.
   * @throws NotFoundError, ConflictError
   */
  async discard(operation: Operation, stageId: string): Promise<AuthoredStageDetailType | null> {
    const tx = await operation.tx();
    const stage = await this.held(operation, stageId);
    await discardRoadmapDraft(tx, { stageId: stage.id });
    if (stage.versions.length > 0) return this.shown(operation, await this.one(operation, stage.id));
    await removeStage(tx, stage);
    return null;
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async publish(
    operation: Operation,
    { stageId, revision, note }: { stageId: string; revision: number; note: string },
  ) {
    const said = checkedNote(note);
    return this.change(operation, stageId, async (stage) => {
      refuseOtherRevision(stage.draft, revision, 'Look at the newer draft before it is published.');
      if (!stage.draft)
        throw new ConflictError('There is no draft to publish. Write one, or restore a version.');
      const text = checkedStageText(stageText.parse(stage.draft.content), { isComplete: true });
      const written = { ...(await this.history.written(operation)), note: said };
      const version = await publishStage(await operation.tx(), stage, text, written);
      const detail = { stage: stage.slug, version, note: said };
      await this.history.audit(operation, { stageId: stage.id }, 'stage.published', detail);
    });
  }

  /** @throws NotFoundError */
  async withdraw(operation: Operation, stageId: string) {
    return this.change(operation, stageId, async (stage) => {
      await withdrawStage(await operation.tx(), stage);
      const detail = { stage: stage.slug };
      await this.history.audit(operation, { stageId: stage.id }, 'stage.withdrawn', detail);
    });
  }

  /** @throws NotFoundError */
  async move(operation: Operation, stageId: string, isEarlier: boolean): Promise<AuthoredStageType[]> {
    const stage = await this.held(operation, stageId);
    await moveStage(await operation.tx(), stage, isEarlier ? -1 : 1);
    return this.all(operation);
  }

  private async one(operation: Operation, id: string): Promise<AuthoredStage> {
    return authoredStage(await operation.tx(), await this.history.track(operation), id);
  }

  private async held(operation: Operation, id: string): Promise<AuthoredStage> {
    return heldStage(await operation.tx(), await this.history.track(operation), id);
  }

  private async change(
    operation: Operation,
    stageId: string,
    work: (stage: AuthoredStage) => Promise<void>,
  ): Promise<AuthoredStageDetailType> {
    await work(await this.held(operation, stageId));
    return this.shown(operation, await this.one(operation, stageId));
  }

  private async keep(operation: Operation, stageId: string, text: StageText): Promise<void> {
    await saveRoadmapDraft(await operation.tx(), { stageId }, text, await this.history.written(operation));
  }

  private async shown(operation: Operation, stage: AuthoredStage): Promise<AuthoredStageDetailType> {
    const history = await this.history.of(operation, { stageId: stage.id }, (content) =>
      stageText.parse(content),
    );
    return { ...toListed(stage), ...history };
  }
}

function toListed({ id, slug, title, publishedAt, draft, versions }: AuthoredStage): AuthoredStageType {
  return {
    id,
    slug,
    isPublished: publishedAt !== null,
    title: draft ? stageText.parse(draft.content).title : title,
    version: versions[0]?.version ?? null,
    hasDraft: draft !== null,
  };
}
