import { Injectable } from '@nestjs/common';
import { skillEvidenceOf, stageBySlug } from '@holdout/db';
import { SKILL_AREAS, WORKFLOW, weightedPoints } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';
import { diagramEdges, diagramNodes } from './roadmap-json.js';
import { toStage } from './stage-view.js';
import type { StageType } from './stages.types.js';
import type { ConceptDiagramType, SkillAreaType, WorkflowStepInfoType } from './tracks.types.js';
import { diagramsByTrack, stagesByTrack, viewersTrack } from './viewers-track.js';

@Injectable()
export class TracksService {
  /** @throws NotFoundError when the organization has none */
  track(operation: Operation) {
    return operation.shared(viewersTrack);
  }

  async stages(operation: Operation, trackId: string): Promise<StageType[]> {
    return (await operation.shared(stagesByTrack).load(trackId)).map(toStage);
  }

  /** A stage of the viewer's track. @throws NotFoundError */
  async stage(operation: Operation, slug: string): Promise<StageType> {
    const track = await this.track(operation);
    return toStage(await stageBySlug(await operation.tx(), track.id, slug));
  }

  async diagrams(operation: Operation, trackId: string): Promise<ConceptDiagramType[]> {
    const rows = await operation.shared(diagramsByTrack).load(trackId);
    return rows.map(({ id, slug, title, summary, nodes, edges }) => ({
      id,
      slug,
      title,
      summary,
      nodes: diagramNodes.parse(nodes),
      edges: diagramEdges.parse(edges),
    }));
  }

  /** The nine areas with the viewer's own evidence. */
  async skills(operation: Operation): Promise<SkillAreaType[]> {
    const { userId } = await operation.member();
    const evidence = await skillEvidenceOf(await operation.tx(), userId);
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
