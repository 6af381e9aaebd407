import type { DiagramText } from '@holdout/domain';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { stringify } from 'yaml';
import { keyOf, labelsOf } from '../tracks/diagram-rules.js';

const LINE_WIDTH = 120;
/** The origin that such an exercise states for its key, in every version. */
export const DRAWN_HERE = 'The concept diagram, as drawn in the browser';

export interface RedrawExercise {
  slug: string;
  version: number;
  stageSlug: string;
  /** The slug of the concept diagram. */
  picture: string;
  text: DiagramText;
}

/** The folder of an exercise that asks for a concept diagram from memory, as a tar.gz: what `holdout assignment import` takes. */
export function redrawFolder(exercise: RedrawExercise): Readable {
  const { text } = exercise;
  const tar = pack();
  const gzip = createGzip();
  pipeline(tar, gzip).catch((error: Error) => gzip.destroy(error));
  const yaml = (value: unknown) => stringify(value, { lineWidth: LINE_WIDTH });
  tar.entry({ name: 'assignment.yaml' }, yaml(definitionOf(exercise)));
  tar.entry({ name: 'brief.md' }, briefOf(exercise));
  tar.entry({ name: 'data/key.yaml' }, yaml(keyOf(text)));
  tar.entry({ name: 'starter/diagram.yaml' }, yaml({ assignment: exercise.slug, nodes: [], edges: [] }));
  tar.finalize();
  return gzip;
}

const definitionOf = ({ slug, version, stageSlug, picture, text }: RedrawExercise) => ({
  slug,
  version,
  title: `Redraw: ${text.title}`,
  stage: stageSlug,
  template: 'diagram',
  summary: text.summary,
  dataset: { origin: DRAWN_HERE },
  diagram: { picture, labels: labelsOf(text) },
});

const briefOf = ({ text }: RedrawExercise): string => `# Redraw: ${text.title}

${text.summary}

You get an empty canvas and ${labelsOf(text).length} labels. ${text.distractors.length > 0 ? 'Not all of them belong: place those that do' : 'Place them'}, and draw the arrows between
them. On the canvas with a mouse, or in the list with a keyboard or a screen reader; both are the same drawing.

Arrows count 60, closed loops 20, labels 20: right ones minus those that do not belong. An arrow that points the wrong way earns
nothing. 70 of 100 passes.

A practice run says what is wrong with what you drew, and how much is missing. A certification run also says what was missing.
`;
