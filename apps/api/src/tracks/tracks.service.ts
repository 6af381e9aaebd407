import { Injectable } from '@nestjs/common';
import { publishedStagesBefore } from '@holdout/db';
import { SKILL_AREAS, WORKFLOW, weightedPoints } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { studyAnchors } from './roadmap-json.js';
import { viewersEvidence } from './read-ahead.js';
import { toStage, type StageView } from './stage-view.js';
import type { StudyAnchorType } from './stages.types.js';
import type { ConceptDiagramType, SkillAreaType, WorkflowStepInfoType } from './tracks.types.js';
import { diagramsByTrack, stagesByTrack, stageText, viewersStage, viewersTrack } from './viewers-track.js';

@Injectable()
export class TracksService {
  /** @throws NotFoundError when the organization has none */
  track(operation: Operation) {
    return operation.shared(viewersTrack);
  }

  async stages(operation: Operation, trackId: string): Promise<StageView[]> {
    return (await operation.shared(stagesByTrack).load(trackId)).map(toStage);
  }

  /** A stage of the viewer's track. @throws NotFoundError */
  async stage(operation: Operation, slug: string): Promise<StageView> {
    return toStage(await viewersStage(operation, slug));
  }

  /**
   * The stage's number among the published stages of its track, from 1. An unpublished stage gets the number it would
   * have.
   */
  async positionOf(operation: Operation, { id, trackId, position }: StageView): Promise<number> {
    const stages = await operation.shared(stagesByTrack).load(trackId);
    const shown = stages.find((stage) => stage.id === id);
    if (shown) return shown.position;
    return 1 + (await publishedStagesBefore(await operation.tx(), trackId, position));
  }

  async overviewOf(operation: Operation, stageId: string): Promise<string> {
    return (await operation.shared(stageText).load(stageId)).overview;
  }

  async studyAnchorsOf(operation: Operation, stageId: string): Promise<StudyAnchorType[]> {
    return studyAnchors.parse((await operation.shared(stageText).load(stageId)).studyAnchors);
  }

  diagrams(operation: Operation, trackId: string): Promise<ConceptDiagramType[]> {
    return operation.shared(diagramsByTrack).load(trackId);
  }

  /** The concept diagrams of a stage. */
  async diagramsOfStage(operation: Operation, { id, trackId }: StageView): Promise<ConceptDiagramType[]> {
    const rows = await operation.shared(diagramsByTrack).load(trackId);
    return rows.filter(({ stageId }) => stageId === id);
  }

  /** The nine skill areas with the viewer's own evidence. */
  async skills(operation: Operation): Promise<SkillAreaType[]> {
    const evidence = await operation.shared(viewersEvidence);
    return SKILL_AREAS.map(({ skill, title, description }) => {
      const found = evidence.filter((entry) => entry.skill === skill);
      return {
        skill,
        title,
        description,
        evidencePoints: weightedPoints(found),
        evidenceCount: found.length,
        evidence: found,
      };
    });
  }

  workflow(): readonly WorkflowStepInfoType[] {
    return WORKFLOW;
  }
}
