import { SKILLS } from '@holdout/domain';
import { z } from 'zod';

/** Columns of the roadmap that hold lists, as their schema comments state them. */
export const studyAnchors = z.array(
  z.object({ title: z.string(), provider: z.string(), url: z.string(), why: z.string() }),
);

/** A stage as its drafts and versions keep it. */
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

/** A diagram as its drafts and versions keep it. What came with the platform knows neither places nor a stage. */
export const diagramText = z.object({
  title: z.string(),
  summary: z.string(),
  stageSlug: z.string().nullable().default(null),
  nodes: z.array(placed),
  edges: diagramEdges,
  distractors: z.array(z.object({ key: z.string(), label: z.string() })).default([]),
});
