import { Injectable } from '@nestjs/common';
import {
  authoredDiagram,
  authoredDiagrams,
  beginDiagram,
  discardRoadmapDraft,
  heldDiagram,
  moveDiagram,
  publishDiagram,
  refuseOtherRevision,
  removeDiagram,
  roadmapVersion,
  saveRoadmapDraft,
  stageIdOf,
  withdrawDiagram,
  type AuthoredDiagram,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  DIAGRAM_LIMITS as MAX,
  LESSON_LIMITS,
  slugOf,
  type DiagramText,
} from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import type {
  AuthoredDiagramDetailType,
  AuthoredDiagramType,
  BeginDiagramInput,
  SaveDiagramDraftInput,
} from './authored-diagrams.types.js';
import { checkedDiagramText, checkedDiagramTitle } from './diagram-rules.js';
import { checkedNote, refuseBadSlug, RoadmapHistory } from './roadmap-history.js';
import { diagramText } from './roadmap-json.js';

/** Concept diagrams as their authors see them: drafts, and published versions, which never change. */
@Injectable()
export class AuthoredDiagramsService {
  constructor(private readonly history: RoadmapHistory) {}

  /** @throws NotFoundError */
  async all(operation: Operation): Promise<AuthoredDiagramType[]> {
    return (await authoredDiagrams(await operation.tx(), await this.history.track(operation))).map(toListed);
  }

  /** @throws NotFoundError */
  async named(operation: Operation, slug: string): Promise<AuthoredDiagramDetailType> {
    return this.shown(operation, await this.one(operation, { slug }));
  }

  /** @throws NotFoundError */
  async version(operation: Operation, diagramId: string, version: number): Promise<DiagramText> {
    const { id } = await this.one(operation, { id: diagramId });
    const found = await roadmapVersion(await operation.tx(), { diagramId: id }, version);
    return diagramText.parse(found.content);
  }

  /** @throws BadUserInputError, ConflictError */
  async begin(operation: Operation, input: BeginDiagramInput): Promise<AuthoredDiagramDetailType> {
    const title = checkedDiagramTitle(input.title);
    const slug = input.slug ?? slugOf(title, LESSON_LIMITS.slugLength);
    refuseBadSlug(slug, 'feedback-loop');
    const tx = await operation.tx();
    const trackId = await this.history.track(operation);
    if ((await authoredDiagrams(tx, trackId)).length >= MAX.perTrack)
      throw new BadUserInputError(`A track has ${MAX.perTrack} diagrams at most.`, {
        field: 'slug',
        limit: MAX.perTrack,
      });
    const empty = { summary: '', stageSlug: null, nodes: [], edges: [], distractors: [] };
    await beginDiagram(tx, { trackId, slug }, { title, ...empty }, await this.history.written(operation));
    return this.named(operation, slug);
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async saveDraft(operation: Operation, { diagramId, basis, text }: SaveDiagramDraftInput) {
    const checked = checkedDiagramText(text);
    return this.change(operation, diagramId, async ({ id, trackId, draft }) => {
      refuseOtherRevision(draft, basis, 'Load the page again, and put your changes into the newer draft.');
      await stageIdOf(await operation.tx(), trackId, checked.stageSlug);
      await this.keep(operation, id, checked);
    });
  }

  /** @throws NotFoundError */
  async restore(operation: Operation, diagramId: string, version: number) {
    return this.change(operation, diagramId, async ({ id }) => {
      await this.keep(operation, id, await this.version(operation, id, version));
    });
  }

  /**
   * Returns null if the diagram existed only as a draft.
   * @throws NotFoundError
   */
  async discard(operation: Operation, diagramId: string): Promise<AuthoredDiagramDetailType | null> {
    const tx = await operation.tx();
    const diagram = await this.held(operation, diagramId);
    await discardRoadmapDraft(tx, { diagramId: diagram.id });
    if (diagram.versions.length > 0)
      return this.shown(operation, await this.one(operation, { id: diagram.id }));
    await removeDiagram(tx, diagram);
    return null;
  }

  /** @throws NotFoundError, BadUserInputError, ConflictError */
  async publish(
    operation: Operation,
    { diagramId, revision, note }: { diagramId: string; revision: number; note: string },
  ) {
    const said = checkedNote(note);
    return this.change(operation, diagramId, async (diagram) => {
      refuseOtherRevision(diagram.draft, revision, 'Look at the newer draft before it is published.');
      if (!diagram.draft)
        throw new ConflictError('There is no draft to publish. Draw one, or restore a version.');
      const text = checkedDiagramText(diagramText.parse(diagram.draft.content), { isComplete: true });
      const written = { ...(await this.history.written(operation)), note: said };
      const version = await publishDiagram(await operation.tx(), diagram, text, written);
      await this.audit(operation, diagram, 'diagram.published', { version, note: said });
    });
  }

  /** @throws NotFoundError */
  async withdraw(operation: Operation, diagramId: string) {
    return this.change(operation, diagramId, async (diagram) => {
      await withdrawDiagram(await operation.tx(), diagram);
      await this.audit(operation, diagram, 'diagram.withdrawn', {});
    });
  }

  /** @throws NotFoundError */
  async move(operation: Operation, diagramId: string, isEarlier: boolean): Promise<AuthoredDiagramType[]> {
    const diagram = await this.held(operation, diagramId);
    await moveDiagram(await operation.tx(), diagram, isEarlier ? -1 : 1);
    return this.all(operation);
  }

  private async one(operation: Operation, named: { id: string } | { slug: string }) {
    return authoredDiagram(await operation.tx(), await this.history.track(operation), named);
  }

  private async held(operation: Operation, id: string): Promise<AuthoredDiagram> {
    return heldDiagram(await operation.tx(), await this.history.track(operation), id);
  }

  private async change(
    operation: Operation,
    id: string,
    work: (diagram: AuthoredDiagram) => Promise<void>,
  ): Promise<AuthoredDiagramDetailType> {
    await work(await this.held(operation, id));
    return this.shown(operation, await this.one(operation, { id }));
  }

  private async keep(operation: Operation, diagramId: string, text: DiagramText): Promise<void> {
    const written = await this.history.written(operation);
    await saveRoadmapDraft(await operation.tx(), { diagramId }, text, written);
  }

  private async audit(operation: Operation, { id, slug }: AuthoredDiagram, action: string, more: object) {
    await this.history.audit(operation, { diagramId: id }, action, { diagram: slug, ...more });
  }

  private async shown(operation: Operation, diagram: AuthoredDiagram): Promise<AuthoredDiagramDetailType> {
    const history = await this.history.of(operation, { diagramId: diagram.id }, (content) =>
      diagramText.parse(content),
    );
    return { ...toListed(diagram), ...history };
  }
}

function toListed({ id, slug, title, publishedAt, draft, versions }: AuthoredDiagram): AuthoredDiagramType {
  return {
    id,
    slug,
    isPublished: publishedAt !== null,
    title: draft ? diagramText.parse(draft.content).title : title,
    version: versions[0]?.version ?? null,
    hasDraft: draft !== null,
  };
}
