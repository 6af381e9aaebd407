import { diagramKey, gradeDrawing, type DiagramKey, type Drawing } from '@holdout/diagram';
import { readFile } from 'node:fs/promises';
import type { AssignmentDefinition } from '../assignment-definition.js';
import { GraderFaultError, StudentFault } from '../faults.js';
import type { GradingInput } from '../grading.types.js';
import { scorerKind } from '../plan.js';
import type { Scored } from '../score.js';
import type { Steps } from '../steps.js';
import { readTar } from '../tar.js';
import { diagramResult } from './diagram-result.js';
import { readDrawingFile } from './drawing-file.js';
import { KEY_FILE } from './split-diagram.js';

type DiagramDefinition = NonNullable<AssignmentDefinition['diagram']>;

/** Two equal entries: nothing is sampled, so the paired difference of two drawings has no error. */
const RESAMPLES = 2;

/**
 * PREPARE reads the drawing, and SCORE compares it with the key. There is no container, because nothing that a student wrote
 * is executed.
 * @throws StudentFault when it is no drawing
 * @throws GraderFaultError when there is no key
 */
export async function gradeDiagram(
  steps: Steps,
  input: GradingInput,
  diagram: DiagramDefinition,
): Promise<Scored> {
  const { prepare, score } = input.definition.limits;
  const drawing = await steps.track('PREPARE', 'read', prepare.wallSeconds, () =>
    timed(() => drawingOf(input, diagram)),
  );
  return steps.track('SCORE', 'compare', score.wallSeconds, () =>
    timed(async () => {
      const result = diagramResult(input, diagram, {
        drawing,
        grade: gradeDrawing(drawing, await keyOf(input)),
        feedback: diagram.feedback[scorerKind(input.kind) === 'CERTIFICATION' ? 'certification' : 'practice'],
      });
      return { result, resamples: Array<number>(RESAMPLES).fill(result.points.value) };
    }),
  );
}

async function drawingOf(
  { archive, definition }: GradingInput,
  { labels }: DiagramDefinition,
): Promise<Drawing> {
  const bytes = Buffer.isBuffer(archive) ? archive : await readFile(archive.file);
  const { drawing, rejection } = readDrawingFile(bytes, { slug: definition.slug, labels });
  if (drawing) return drawing;
  const { code, message, place } = rejection;
  throw new StudentFault({
    reason: 'ARCHIVE_REJECTED',
    phase: 'PREPARE',
    message,
    code,
    ...(place ? { rule: place } : {}),
  });
}

async function keyOf({ bundles }: GradingInput): Promise<DiagramKey> {
  const bytes = bundles.hidden && (await readTar(bundles.hidden)).get(KEY_FILE);
  if (!bytes) throw new GraderFaultError('The key of the diagram is not here: only the platform has it.');
  const key = diagramKey.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!key.success) throw new GraderFaultError('The key of the diagram is torn.');
  return key.data;
}

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now();
  const value = await work();
  return { value, usage: { wallMs: performance.now() - started, warm: true } };
}
