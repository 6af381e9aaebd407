import {
  DRAWING_LIMITS,
  readDrawing,
  type DrawingRejection,
  type Label,
  type ReadDrawing,
} from '@holdout/diagram';
import { parse, YAMLError } from 'yaml';

/** Names of the file in which a drawing is written by hand. JSON is valid YAML. */
export const DRAWING_FILES = ['diagram.yaml', 'diagram.yml', 'diagram.json'] as const;

/** Aliases would let a small file stand for an enormous value. */
const READING = { maxAliasCount: 0, prettyErrors: true, logLevel: 'error' } as const;

/** Reads a drawing for an assignment with these labels. Never throws because of the file's content. */
export function readDrawingFile(
  bytes: Uint8Array,
  { slug, labels }: { slug: string; labels: readonly Label[] },
): ReadDrawing {
  const value = parseDrawingFile(bytes);
  if ('rejection' in value) return { drawing: null, rejection: value.rejection };
  const named = assignmentOf(value.content);
  if (named !== undefined && named !== slug) {
    const message = `The drawing is of "${named}", and this is "${slug}". Mend "assignment" in the file, or hand it in there.`;
    return { drawing: null, rejection: { code: 'DRAWING_MALFORMED', message, place: 'assignment' } };
  }
  return readDrawing(value.content, labels);
}

/** @returns the file's value, or why it has none */
export function parseDrawingFile(bytes: Uint8Array): { content: unknown } | { rejection: DrawingRejection } {
  if (bytes.length > DRAWING_LIMITS.bytes) {
    const message = `The drawing has ${bytes.length} bytes; ${DRAWING_LIMITS.bytes} is the most. Hand in the diagram file alone.`;
    return { rejection: { code: 'DRAWING_TOO_LARGE', message, place: '' } };
  }
  try {
    return { content: parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), READING) as unknown };
  } catch (error) {
    return { rejection: { code: 'DRAWING_MALFORMED', message: whyUnreadable(error), place: '' } };
  }
}

/** The assignment that the file names; undefined when it names none. */
export function assignmentOf(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('assignment' in content)) return undefined;
  return typeof content.assignment === 'string' ? content.assignment.slice(0, 80) : undefined;
}

/** @throws any error that the file did not cause */
function whyUnreadable(error: unknown): string {
  const form = 'Write "nodes" and "edges" as in the starter kit.';
  if (error instanceof YAMLError) {
    const line = error.linePos?.[0].line;
    return `The file is neither YAML nor JSON${line === undefined ? '' : `: line ${line} cannot be read`}. ${form}`;
  }
  if (error instanceof ReferenceError) return `The file uses YAML aliases. ${form}`;
  if (error instanceof TypeError) return `The file is no text in UTF-8. ${form}`;
  throw error;
}
