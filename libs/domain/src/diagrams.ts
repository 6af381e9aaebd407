export interface DiagramNode {
  key: string;
  label: string;
  /** What it means, shown when it is chosen. */
  hint: string;
  /** Where its author put it. Students see it laid out anew; null where nobody has put it anywhere. */
  x: number | null;
  y: number | null;
}

export interface DiagramEdge {
  from: string;
  to: string;
  label: string | null;
}

/** What a concept diagram says. */
export interface DiagramText {
  title: string;
  summary: string;
  /** The stage on whose page it stands; null: on the roadmap alone. */
  stageSlug: string | null;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  /** Labels on offer when it is redrawn that do not belong. */
  distractors: { key: string; label: string }[];
}

/** Bounds of what instructors write about a diagram, in characters. How large it may be, `DRAWING_LIMITS` says. */
export const DIAGRAM_LIMITS = {
  title: 120,
  summary: 400,
  label: 80,
  hint: 400,
  edgeLabel: 60,
  key: 40,
  perTrack: 60,
} as const;
