import type { DiagramRow } from '@holdout/db';
import { diagramEdges, diagramNodes } from './roadmap-json.js';
import type { ConceptDiagramType } from './tracks.types.js';

/** A concept diagram with the id of the stage that it belongs to. */
export type DiagramView = ConceptDiagramType & { stageId: string | null };

export const toDiagram = ({ id, stageId, slug, title, summary, nodes, edges }: DiagramRow): DiagramView => ({
  id,
  stageId,
  slug,
  title,
  summary,
  nodes: diagramNodes.parse(nodes),
  edges: diagramEdges.parse(edges),
});
