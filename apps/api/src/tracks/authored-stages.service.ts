import { Injectable } from '@nestjs/common';
import {
  authoredStage,
  authoredStages,
  beginStage,
  discardRoadmapDraft,
  heldStage,
  moveStage,
  publishStage,
  recordAudit,
  refuseOtherRevision,
  removeStage,
  roadmapDraftOf,
  roadmapVersion,
  roadmapVersions,
  saveRoadmapDraft,
  stageBySlug,
  trackFor,
  withdrawStage,
  type AuthoredStage,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  LESSON_LIMITS,
  STAGE_LIMITS as MAX,
  type StageText,
} from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type {
  AuthoredStageDetailType,
  AuthoredStageType,
  BeginStageInput,
  SaveStageDraftInput,
} from './authored-stages.types.js';
import { stageText } from './roadmap-json.js';
import { checkedStageText, checkedStageTitle } from './stage-rules.js';

/** Stages as their authors see them: drafts, and versions that stay as they were published. */
@Injectable()
export class AuthoredStagesService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError */
  async all(operation: Operation): Promise<AuthoredStageType[]> {
    return (await authoredStages(await operation.tx(), await this.track(operation))).map(toListed);
  }

  /** @throws NotFoundError */
  async named(operation: Operation, slug: string): Promise<AuthoredStageDetailType> {
    const tx = await operation.tx();
    const { id } = await stageBySlug(tx, await this.track(operation), slug);
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
  async begin(operation: Operation, { slug, ...input }: BeginStageInput): Promise<AuthoredStageDetailType> {
    const title = checkedStageTitle(input.title);
    if (slug.length > LESSON_LIMITS.slugLength || !LESSON_LIMITS.slug.test(slug))
      throw new BadUserInputError(
        `An address has up to ${LESSON_LIMITS.slugLength} small letters, digits and hyphens, such as "baselines".`,
        { field: 'slug', limit: LESSON_LIMITS.slugLength },
      );
    const tx = await operation.tx();
    const trackId = await this.track(operation);
    if ((await authoredStages(tx, trackId)).length >= MAX.perTrack)
      throw new BadUserInputError(`A track has ${MAX.perTrack} stages at most.`, {
        field: 'slug',
        limit: MAX.perTrack,
      });
    const empty = { goal: '', unlocks: '', overview: '', skills: [], passesNeeded: null, studyAnchors: [] };
    await beginStage(tx, { trackId, slug }, { title, ...empty }, await this.written(operation));
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

  /** Answers null for a stage that was nothing but a draft. @throws NotFoundError, ConflictError */
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
    const said = checkedText(note, {
      ...{ field: 'note', limit: MAX.note },
      message: `Say in ${MAX.note} characters at most what you changed.`,
    });
    return this.change(operation, stageId, async (stage) => {
      refuseOtherRevision(stage.draft, revision, 'Look at the newer draft before it is published.');
      if (!stage.draft)
        throw new ConflictError('There is no draft to publish. Write one, or restore a version.');
      const text = checkedStageText(stageText.parse(stage.draft.content), { isComplete: true });
      const written = { ...(await this.written(operation)), note: said };
      const version = await publishStage(await operation.tx(), stage, text, written);
      await this.audit(operation, stage, 'stage.published', { version, note: said });
    });
  }

  /** @throws NotFoundError */
  async withdraw(operation: Operation, stageId: string) {
    return this.change(operation, stageId, async (stage) => {
      await withdrawStage(await operation.tx(), stage);
      await this.audit(operation, stage, 'stage.withdrawn', {});
    });
  }

  /** @throws NotFoundError */
  async move(operation: Operation, stageId: string, isEarlier: boolean): Promise<AuthoredStageType[]> {
    const stage = await this.held(operation, stageId);
    await moveStage(await operation.tx(), stage, isEarlier ? -1 : 1);
    return this.all(operation);
  }

  private async track(operation: Operation): Promise<string> {
    const { userId } = await operation.member();
    return (await trackFor(await operation.tx(), userId)).id;
  }

  private async one(operation: Operation, id: string): Promise<AuthoredStage> {
    return authoredStage(await operation.tx(), await this.track(operation), id);
  }

  private async held(operation: Operation, id: string): Promise<AuthoredStage> {
    return heldStage(await operation.tx(), await this.track(operation), id);
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
    await saveRoadmapDraft(await operation.tx(), { stageId }, text, await this.written(operation));
  }

  private async written(operation: Operation) {
    const { organization, userId } = await operation.member();
    return { organizationId: organization.id, by: userId, now: operation.startedAt };
  }

  private async audit(
    operation: Operation,
    stage: AuthoredStage,
    action: string,
    more: object,
  ): Promise<void> {
    const { organization, userId } = await operation.member();
    await recordAudit(await operation.tx(), {
      ...{ organizationId: organization.id, actorId: userId, action },
      ...{ subjectType: 'stage', subjectId: stage.id },
      detail: { stage: stage.slug, ...more },
    });
  }

  private async shown(operation: Operation, stage: AuthoredStage): Promise<AuthoredStageDetailType> {
    const tx = await operation.tx();
    const subject = { stageId: stage.id };
    const [draft, versions] = [await roadmapDraftOf(tx, subject), await roadmapVersions(tx, subject)];
    const name = (id: string) => this.names.of(operation, id);
    return {
      ...toListed(stage),
      draft: draft && {
        ...{ revision: draft.revision, savedAt: draft.savedAt, savedBy: await name(draft.savedBy) },
        text: stageText.parse(draft.content),
      },
      newest: versions[0] ? stageText.parse(versions[0].content) : null,
      versions: await Promise.all(
        versions.map(async ({ content, publishedBy, ...version }) => ({
          ...version,
          title: stageText.parse(content).title,
          publishedBy: publishedBy && (await name(publishedBy)),
        })),
      ),
    };
  }
}

function toListed({ id, slug, title, publishedAt, draft, versions }: AuthoredStage): AuthoredStageType {
  return {
    ...{ id, slug, isPublished: publishedAt !== null },
    title: draft ? stageText.parse(draft.content).title : title,
    ...{ version: versions[0]?.version ?? null, hasDraft: draft !== null },
  };
}
