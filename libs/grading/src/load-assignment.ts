import { OWN_SCORER_LIMITS } from '@holdout/domain';
import path from 'node:path';
import { anchorsFile, type Anchors, type AssignmentDefinition } from './assignment-definition.js';
import { folderOnDisk, type AssignmentFolder } from './assignment-folder.js';
import { AssignmentInvalidError, problemOf, type AssignmentProblem } from './assignment-problem.js';
import { readFigures, type Pictures } from './brief-figures.js';
import { DEFINITION, readDefinition, type ReadDefinition } from './read-definition.js';
import type { TarFiles } from './tar.js';
import { isMapping } from './template-defaults.js';

export interface LoadedAssignment {
  folder: AssignmentFolder;
  /** The file's keys over the defaults of its template. */
  definition: AssignmentDefinition;
  /** Markdown. */
  brief: string;
  /** The pictures that the brief shows. */
  figures: Pictures;
  anchors: Anchors;
  /** The files that `split` reads, by name: every path in `dataset`. */
  data: TarFiles;
  /** The author's own scorer; null where there is none. */
  scorer: Buffer | null;
}

/** The content of an assignment's folder, and what is wrong with it. */
export interface ReadAssignment {
  read: ReadDefinition | null;
  data: TarFiles;
  /** Null when something is wrong. */
  loaded: LoadedAssignment | null;
  problems: readonly AssignmentProblem[];
}

/** Keys of `dataset` that always name a file; others do when they begin with `data/`. */
const FILE_KEYS = new Set(['file', 'dictionary']);
const BRIEF = 'brief.md';
const ANCHORS = 'anchors.json';
const NO_ANCHORS: Anchors = { schema: 'holdout.anchors/1', metrics: {} };

/**
 * Reads and checks an assignment's folder.
 * @throws AssignmentInvalidError with every problem found
 */
export async function loadAssignment(source: AssignmentFolder | string): Promise<LoadedAssignment> {
  const { loaded, problems } = await readAssignment(source);
  if (!loaded) throw new AssignmentInvalidError(problems);
  return loaded;
}

/** The same, but returns mistakes as data. */
export async function readAssignment(source: AssignmentFolder | string): Promise<ReadAssignment> {
  const folder = typeof source === 'string' ? folderOnDisk(source) : source;
  const text = await folder.read(DEFINITION);
  if (!text) {
    const suggestion = 'Add it: a template, a title and a dataset are enough.';
    const problem = problemOf(DEFINITION, `${DEFINITION} is not in ${folder.name}.`, { suggestion });
    return { read: null, data: new Map(), loaded: null, problems: [problem] };
  }
  const read = await readDefinition(text.toString('utf8'), folder.name);
  const problems = [...read.problems];
  const named = async (key: 'brief' | 'anchors', usual: string): Promise<Buffer | null> => {
    const file = read.merged?.[key];
    const bytes = await folder.read(typeof file === 'string' ? file : usual);
    // A file with a default name may be missing, one that the definition names may not.
    if (!bytes && typeof file === 'string') problems.push(absent(file, key, read));
    return bytes;
  };
  const [brief, anchors, data, scorer] = await Promise.all([
    named('brief', BRIEF),
    named('anchors', ANCHORS),
    readData(folder, read, problems),
    readOwnScorer(folder, read, problems),
  ]);
  const shown = await readFigures(folder, briefFile(read), brief?.toString('utf8') ?? '');
  problems.push(...shown.problems);
  const parsed = anchors ? parseAnchors(anchors, problems) : NO_ANCHORS;
  const { definition } = read;
  const loaded = definition &&
    problems.length === 0 && {
      folder,
      definition,
      brief: brief?.toString('utf8') ?? `# ${definition.title}\n\n${definition.summary}\n`,
      figures: shown.figures,
      anchors: parsed,
      data,
      scorer,
    };
  return { read, data, loaded: loaded || null, problems };
}

/**
 * The definition of an assignment over the defaults of its template.
 * @param folder name of the assignment's folder: its slug where the file names none
 * @throws AssignmentInvalidError
 */
export async function parseDefinition(source: string, folder = ''): Promise<AssignmentDefinition> {
  const { definition, problems } = await readDefinition(source, folder);
  if (!definition) throw new AssignmentInvalidError(problems);
  return definition;
}

function briefFile({ merged }: ReadDefinition): string {
  return typeof merged?.['brief'] === 'string' ? merged['brief'] : BRIEF;
}

/** Every file that `dataset` names: the table, its dictionary, and whatever else the template needs. */
async function readData(
  folder: AssignmentFolder,
  read: ReadDefinition,
  problems: AssignmentProblem[],
): Promise<TarFiles> {
  const dataset = read.merged?.['dataset'];
  const named = Object.entries(isMapping(dataset) ? dataset : {}).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && (FILE_KEYS.has(entry[0]) || entry[1].startsWith('data/')),
  );
  const files = await Promise.all(
    named.map(async ([key, file]) => {
      const bytes = await folder.read(file);
      if (!bytes) problems.push(absent(file, `dataset.${key}`, read));
      return bytes && ([path.posix.basename(file), bytes] as const);
    }),
  );
  return new Map(files.filter((entry) => entry !== null));
}

async function readOwnScorer(
  folder: AssignmentFolder,
  read: ReadDefinition,
  problems: AssignmentProblem[],
): Promise<Buffer | null> {
  const scorer = read.merged?.['scorer'];
  const file = isMapping(scorer) ? scorer['file'] : null;
  if (typeof file !== 'string') return null;
  const bytes = await folder.read(file);
  if (!bytes) problems.push(absent(file, 'scorer.file', read));
  else if (bytes.length > OWN_SCORER_LIMITS.bytes) {
    const most = `${OWN_SCORER_LIMITS.bytes / 1024} KiB`;
    problems.push(
      problemOf(file, `The scorer has ${bytes.length} bytes, and may have ${most}.`, {
        path: 'scorer.file',
        suggestion: 'Leave out what it does not need.',
      }),
    );
  }
  return bytes;
}

function absent(file: string, key: string, read: ReadDefinition): AssignmentProblem {
  return problemOf(DEFINITION, `There is no file ${file}.`, {
    line: read.lineOf(key),
    path: key,
    suggestion: 'Add it, or mend the path.',
  });
}

function parseAnchors(bytes: Buffer, problems: AssignmentProblem[]): Anchors {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    problems.push(problemOf(ANCHORS, `not JSON (${(error as Error).message}).`));
    return NO_ANCHORS;
  }
  const result = anchorsFile.safeParse(parsed);
  if (result.success) return result.data;
  problems.push(
    ...result.error.issues.map(({ path: keys, message }) =>
      problemOf(ANCHORS, message, { path: keys.map(String).join('.') || null }),
    ),
  );
  return NO_ANCHORS;
}
