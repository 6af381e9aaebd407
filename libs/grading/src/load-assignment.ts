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
import type { TarFiles } from './tar.js';
import { isMapping, placeInOwn, templateDefaults, templateNames, withDefaults } from './template-defaults.js';

/** An assignment's folder has mistakes. Each problem names the file, the line where it can, and the key. */
export class AssignmentInvalidError extends Error {
  override readonly name = 'AssignmentInvalidError';
  constructor(readonly problems: readonly string[]) {
    super(`The assignment cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export interface LoadedAssignment {
  directory: string;
  /** Over the defaults of its template. */
  definition: AssignmentDefinition;
  /** Markdown. */
  brief: string;
  anchors: Anchors;
  /** What `split` reads, by file name: every path that `dataset` names. */
  data: TarFiles;
}

const DEFINITION = 'assignment.yaml';
/** Keys of `dataset` that always name a file; others do when they begin with `data/`. */
const FILE_KEYS = new Set(['file', 'dictionary']);
const BRIEF = 'brief.md';
const ANCHORS = 'anchors.json';
const NO_ANCHORS: Anchors = { schema: 'holdout.anchors/1', metrics: {} };

/** Read and check an assignment's folder. @throws AssignmentInvalidError with every problem found */
export async function loadAssignment(directory: string): Promise<LoadedAssignment> {
  const source = (await readPart(directory, DEFINITION)).toString('utf8');
  const definition = await parseDefinition(source, path.basename(path.resolve(directory)));
  const [brief, anchors, data] = await Promise.all([
    readOptional(directory, definition.brief, BRIEF),
    readOptional(directory, definition.anchors, ANCHORS),
    readData(directory, definition),
  ]);
  return {
    directory,
    definition,
    brief: brief?.toString('utf8') ?? `# ${definition.title}\n\n${definition.summary}\n`,
    anchors: anchors ? parseAnchors(anchors.toString('utf8'), definition.anchors ?? ANCHORS) : NO_ANCHORS,
    data,
  };
}

/**
 * The definition of an assignment over the defaults of its template.
 * @param folder name of the assignment's folder: its slug where the file names none
 * @throws AssignmentInvalidError
 */
export async function parseDefinition(source: string, folder = ''): Promise<AssignmentDefinition> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new AssignmentInvalidError(
      document.errors.map((error) => `${DEFINITION}: ${error.message.split('\n')[0]}`),
    );
  }
  const lineOf = (keys: readonly PropertyKey[]): string => {
    for (let depth = keys.length; depth > 0; depth--) {
      const node: unknown = document.getIn(keys.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      if (range) return `:${lines.linePos(range[0]).line}`;
    }
    return '';
  };
  const own: unknown = document.toJS();
  if (!isMapping(own)) throw new AssignmentInvalidError([`${DEFINITION}: the file must hold a mapping.`]);
  const { template } = own;
  const defaults = typeof template === 'string' ? await templateDefaults(template) : {};
  if (!defaults) {
    const known = (await templateNames()).join(', ');
    throw new AssignmentInvalidError([
      `${DEFINITION}${lineOf(['template'])}: template: there is no "${String(template)}". There are ${known}.`,
    ]);
  }
  const merged = withDefaults(own, { slug: folder, version: 1, summary: own['title'], ...defaults });
  const result = assignmentDefinition.safeParse(merged);
  if (result.success) return result.data;
  throw new AssignmentInvalidError(
    result.error.issues.map((issue) => {
      const place = placeInOwn(issue.path, merged, own);
      return `${DEFINITION}${place ? lineOf(place) : ''}: ${tell(issue)}`;
    }),
  );
}

/** Every file that a key of `dataset` names: the table, its dictionary, and what a template wants besides. */
async function readData(directory: string, { dataset }: AssignmentDefinition): Promise<TarFiles> {
  const named = Object.entries(dataset).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && (FILE_KEYS.has(entry[0]) || entry[1].startsWith('data/')),
  );
  return new Map(
    await Promise.all(
      named.map(async ([, file]) => [path.basename(file), await readPart(directory, file)] as const),
    ),
  );
}
function parseAnchors(source: string, file: string): Anchors {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    throw new AssignmentInvalidError([`${file}: not JSON (${(error as Error).message})`]);
  }
  const result = anchorsFile.safeParse(parsed);
  if (result.success) return result.data;
  throw new AssignmentInvalidError(result.error.issues.map((issue) => `${file}: ${tell(issue)}`));
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

/** A file under its usual name may be missing; one that the definition names may not. */
async function readOptional(
  directory: string,
  named: string | undefined,
  usual: string,
): Promise<Buffer | undefined> {
  if (named) return readPart(directory, named);
  try {
    return await readFile(path.join(directory, usual));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}
