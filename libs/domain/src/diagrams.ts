export interface DiagramNode {
  key: string;
  label: string;
  /** The node's meaning, shown when it is selected. */
  hint: string;
  /** Where the author placed it, or null. Students see a fresh layout. */
  x: number | null;
  y: number | null;
}

export interface DiagramEdge {
  from: string;
  to: string;
  label: string | null;
}

/** The content of a concept diagram. */
export interface DiagramText {
  title: string;
  summary: string;
  /** The stage on whose page it is shown; null for the roadmap alone. */
  stageSlug: string | null;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  /** Labels that are offered when students redraw it, but do not belong. */
  distractors: { key: string; label: string }[];
}

/** Limits on what instructors write about a diagram, in characters. `DRAWING_LIMITS` limits its size. */
export const DIAGRAM_LIMITS = {
  title: 120,
  summary: 400,
  label: 80,
  hint: 400,
  edgeLabel: 60,
  key: 40,
  perTrack: 60,
} as const;
