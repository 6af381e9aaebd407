import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  anchorsFile,
  assignmentDefinition,
  type Anchors,
  type AssignmentDefinition,
} from './assignment-definition.js';

/** An assignment's folder has mistakes. Each problem names the file, the line where it can, and the key. */
export class AssignmentInvalidError extends Error {
  override readonly name = 'AssignmentInvalidError';
  constructor(readonly problems: readonly string[]) {
    super(`The assignment cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export interface LoadedAssignment {
  directory: string;
  definition: AssignmentDefinition;
  /** Markdown. */
  brief: string;
  anchors: Anchors;
  dataset: Buffer;
  dictionary: Buffer;
}

const DEFINITION = 'assignment.yaml';

/** Read and check an assignment's folder. @throws AssignmentInvalidError with every problem found */
export async function loadAssignment(directory: string): Promise<LoadedAssignment> {
  const definition = parseDefinition((await readPart(directory, DEFINITION)).toString('utf8'));
  const [brief, anchors, dataset, dictionary] = await Promise.all([
    readPart(directory, definition.brief),
    readPart(directory, definition.anchors),
    readPart(directory, definition.dataset.file),
    readPart(directory, definition.dataset.dictionary),
  ]);
  return {
    directory,
    definition,
    brief: brief.toString('utf8'),
    anchors: parseAnchors(anchors.toString('utf8'), definition),
    dataset,
    dictionary,
  };
}

/** @throws AssignmentInvalidError */
export function parseDefinition(source: string): AssignmentDefinition {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new AssignmentInvalidError(
      document.errors.map((error) => `${DEFINITION}: ${error.message.split('\n')[0]}`),
    );
  }
  const result = assignmentDefinition.safeParse(document.toJS());
  if (result.success) return result.data;
  const lineOf = (keys: readonly PropertyKey[]): string => {
    for (let depth = keys.length; depth > 0; depth--) {
      const node: unknown = document.getIn(keys.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      if (range) return `:${lines.linePos(range[0]).line}`;
    }
    return '';
  };
  throw new AssignmentInvalidError(
    result.error.issues.map((issue) => `${DEFINITION}${lineOf(issue.path)}: ${tell(issue)}`),
  );
}

function parseAnchors(source: string, definition: AssignmentDefinition): Anchors {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    throw new AssignmentInvalidError([`${definition.anchors}: not JSON (${(error as Error).message})`]);
  }
  const result = anchorsFile.safeParse(parsed);
  if (result.success) return result.data;
  throw new AssignmentInvalidError(
    result.error.issues.map((issue) => `${definition.anchors}: ${tell(issue)}`),
  );
}

function tell(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`;
}

async function readPart(directory: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path.join(directory, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'ENOTDIR') throw error;
    throw new AssignmentInvalidError([
      `${name} is not in ${path.basename(directory)}. Add it, or mend the path that names it.`,
    ]);
  }
}
