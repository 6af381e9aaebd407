import { SKILLS } from '@holdout/domain';
import { z } from 'zod';

/** Columns of the roadmap that hold lists, in the form that their schema comments describe. */
export const studyAnchors = z.array(
  z.object({ title: z.string(), provider: z.string(), url: z.string(), why: z.string() }),
);

/** The content of a stage as stored in drafts and versions. */
export const stageText = z.object({
  title: z.string(),
  goal: z.string(),
  unlocks: z.string(),
  overview: z.string(),
  skills: z.array(z.enum(SKILLS)),
  passesNeeded: z.number().nullable(),
  studyAnchors,
});

export const diagramNodes = z.array(
  z.object({ key: z.string(), label: z.string(), hint: z.string().default('') }),
);

export const diagramEdges = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    label: z
      .string()
      .nullish()
      .transform((label) => label ?? null),
  }),
);

const placed = diagramNodes.element.extend({
  x: z.number().nullable().default(null),
  y: z.number().nullable().default(null),
});

/**
 * The content of a diagram as stored in drafts and versions. Diagrams that came with the platform have no positions
 * and no stage.
 */
export const diagramText = z.object({
  title: z.string(),
  summary: z.string(),
  stageSlug: z.string().nullable().default(null),
  nodes: z.array(placed),
  edges: diagramEdges,
  distractors: z.array(z.object({ key: z.string(), label: z.string() })).default([]),
});
