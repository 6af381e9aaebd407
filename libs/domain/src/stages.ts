import type { Skill } from './skills.js';

/** A course or book elsewhere that covers the ground of a stage. */
export interface StudyAnchor {
  title: string;
  provider: string;
  url: string;
  why: string;
}

/** What a stage says and asks for. */
export interface StageText {
  title: string;
  goal: string;
  unlocks: string;
  /** Markdown. */
  overview: string;
  skills: Skill[];
  /** How many passed assignments pass the stage; null: all of them. */
  passesNeeded: number | null;
  studyAnchors: StudyAnchor[];
}

/** Bounds of what instructors write as a stage. Texts in characters. */
export const STAGE_LIMITS = {
  title: 120,
  goal: 400,
  unlocks: 400,
  overview: 20_000,
  note: 500,
  passesNeeded: 50,
  anchors: 20,
  anchor: { title: 200, provider: 120, url: 2000, why: 400 },
  perTrack: 40,
} as const;
