import type { Tx } from './database.js';
import { newId } from './ids.js';
import { toJson } from './json.js';

export interface NewDrawing {
  organizationId: string;
  assignmentId: string;
  studentId: string;
  nodes: readonly { key: string; x: number; y: number }[];
  edges: readonly { from: string; to: string }[];
  now: Date;
}

/** The viewer's own unfinished drawing; null before the first stroke. */
export function drawingOf(tx: Tx, assignmentId: string, studentId: string) {
  return tx.drawing.findUnique({ where: { assignmentId_studentId: { assignmentId, studentId } } });
}

/** Stores the drawing in place of the previous one. */
export function keepDrawing(tx: Tx, { organizationId, assignmentId, studentId, now, ...drawn }: NewDrawing) {
  const content = { nodes: toJson(drawn.nodes), edges: toJson(drawn.edges), savedAt: now };
  return tx.drawing.upsert({
    where: { assignmentId_studentId: { assignmentId, studentId } },
    create: { id: newId(), organizationId, assignmentId, studentId, ...content },
    update: content,
  });
}
