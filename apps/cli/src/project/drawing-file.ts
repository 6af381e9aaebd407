import { DRAWING_LIMITS, type Drawing, type DrawingRejection, type Label } from '@holdout/diagram';
import { CONFIG_FILE } from '@holdout/domain';
import { assignmentOf, DRAWING_FILES, parseDrawingFile, readDrawingFile } from '@holdout/grading';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { PreflightError, UsageError } from '../errors.js';
import { isMissingFile } from '../files.js';

/** A drawing of a diagram, as the student wrote it. */
export interface DrawingFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * The drawing at a place: a diagram file itself, or the one of a folder without a project.
 * @returns null when there is none, so that it is a project
 */
export async function drawingAt(location: string): Promise<DrawingFile | null> {
  const kind = await kindOf(location);
  if (kind === 'file') return DRAWING_FILES.some(hasEnding(location)) ? read(location) : null;
  if (kind === 'none' || (await kindOf(path.join(location, CONFIG_FILE))) === 'file') return null;
  for (const name of DRAWING_FILES) {
    const file = path.join(location, name);
    if ((await kindOf(file)) === 'file') return read(file);
  }
  return null;
}

/** @throws PreflightError when it is no drawing with these labels */
export function checkedDrawing(file: DrawingFile, slug: string, labels: readonly Label[]): Drawing {
  const { drawing, rejection } = readDrawingFile(file.bytes, { slug, labels });
  if (drawing) return drawing;
  throw refusal(file, rejection);
}

/** The assignment that the file names. @throws PreflightError when it cannot be read, UsageError when it names none */
export function assignmentOfDrawing(file: DrawingFile): string {
  const parsed = parseDrawingFile(file.bytes);
  if ('rejection' in parsed) throw refusal(file, parsed.rejection);
  const slug = assignmentOf(parsed.content);
  if (slug !== undefined) return slug;
  throw new UsageError(
    `${path.basename(file.path)} names no assignment. Write "assignment: SLUG" into it, or add --assignment SLUG.`,
    'ASSIGNMENT_MISSING',
  );
}

function refusal(file: DrawingFile, { code, message }: DrawingRejection): PreflightError {
  const name = path.basename(file.path);
  return new PreflightError({ code, message: `${name}: ${message}`, file: name });
}

async function read(file: string): Promise<DrawingFile> {
  const { size } = await stat(file);
  // One byte beyond the cap is enough for it to be refused by its size.
  const bytes = size > DRAWING_LIMITS.bytes ? Buffer.alloc(DRAWING_LIMITS.bytes + 1) : await readFile(file);
  return { path: file, bytes };
}

async function kindOf(place: string): Promise<'file' | 'folder' | 'none'> {
  try {
    const stats = await stat(place);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'none';
  } catch (error) {
    if (isMissingFile(error)) return 'none';
    throw error;
  }
}

const hasEnding = (location: string) => (name: string) => path.extname(location) === path.extname(name);
