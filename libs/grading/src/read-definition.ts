import { LineCounter, parseDocument, type Document } from 'yaml';
import { assignmentDefinition, type AssignmentDefinition } from './assignment-definition.js';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import { nearestName } from './nearest-name.js';
import { tellIssues } from './tell-issues.js';
import { isMapping, placeInOwn, templateDefaults, templateNames, withDefaults } from './template-defaults.js';
import { unknownKeys } from './unknown-keys.js';

type Mapping = Record<string, unknown>;

export const DEFINITION = 'assignment.yaml';
const PATH_STEP = /\.([^.[\]]+)|\[(\d+)\]/g;

/** An assignment.yaml as it was read, with everything that is wrong with it. */
export interface ReadDefinition {
  /** Null when something is wrong. */
  definition: AssignmentDefinition | null;
  /** The author's keys over the template's, readable or not; null when there is no mapping or no template. */
  merged: Mapping | null;
  /** What the template says where the author says nothing. */
  defaults: Mapping;
  problems: readonly AssignmentProblem[];
  /** The line of a key such as `metrics[2].name`, or of what stands nearest to it; null when the author wrote none. */
  lineOf(path: string): number | null;
}

/** @param folder name of the assignment's folder: its slug where the file names none */
export async function readDefinition(source: string, folder: string): Promise<ReadDefinition> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors.map((error) =>
    problemOf(DEFINITION, error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'not YAML', {
      line: error.linePos?.[0].line ?? null,
      suggestion: 'Check indentation, quotes and colons of this line and the one before.',
    }),
  );
  const own: unknown = broken.length > 0 ? null : document.toJS();
  const nothing = { definition: null, merged: null, defaults: {}, lineOf: () => null };
  if (broken.length > 0) return { ...nothing, problems: broken };
  if (!isMapping(own)) {
    const suggestion = 'Begin with `template:` and `title:`.';
    return { ...nothing, problems: [problemOf(DEFINITION, 'The file must hold a mapping.', { suggestion })] };
  }
  const keyLine = (keys: readonly PropertyKey[]) => lineOfKeys(document, lines, keys);
  const { template } = own;
  const defaults = typeof template === 'string' ? await templateDefaults(template) : undefined;
  if (!defaults) {
    return { ...nothing, problems: [await noTemplate(template, keyLine(['template']))] };
  }
  const merged = withDefaults(own, { slug: folder, version: 1, summary: own['title'], ...defaults });
  const result = assignmentDefinition.safeParse(merged);
  const placeOf = (keys: readonly PropertyKey[]): number | null => {
    const place = placeInOwn(keys, merged, own);
    return place && keyLine(place);
  };
  const problems = [
    ...unknownKeys(own, template as string).map(({ path, message, suggestion }) =>
      problemOf(DEFINITION, message, { line: keyLine(path), path: pathText(path), suggestion }),
    ),
    ...(result.success ? [] : tellIssues(result.error.issues, merged, defaults)).map(
      ({ path, message, suggestion }) =>
        problemOf(DEFINITION, message, { line: placeOf(path), path: pathText(path) || null, suggestion }),
    ),
  ];
  return {
    definition: result.success && problems.length === 0 ? result.data : null,
    merged,
    defaults,
    problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    lineOf: (path) => placeOf(keysOf(path)),
  };
}

async function noTemplate(template: unknown, line: number | null): Promise<AssignmentProblem> {
  const known = await templateNames();
  const near = typeof template === 'string' ? nearestName(template, known) : null;
  const message =
    template === undefined ? 'template is missing.' : `There is no template "${String(template)}".`;
  const suggestion = near ? `Did you mean ${near}?` : `There are ${known.join(', ')}.`;
  return problemOf(DEFINITION, message, { line, path: 'template', suggestion });
}

function lineOfKeys(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number | null {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent: unknown = document.getIn(keys.slice(0, depth - 1), true);
    const pairs = (parent as { items?: unknown } | undefined)?.items;
    const pair = Array.isArray(pairs)
      ? (pairs as { key?: { value?: unknown; range?: readonly number[] } }[]).find(
          (item) => item.key?.value === keys[depth - 1],
        )
      : undefined;
    // A key says more than its value, which may begin on another line.
    const node: unknown = pair?.key ?? document.getIn(keys.slice(0, depth), true);
    const range = (node as { range?: readonly number[] | null } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return null;
}

function pathText(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function keysOf(path: string): PropertyKey[] {
  return [...`.${path}`.matchAll(PATH_STEP)].map(([, key, place]) => key ?? Number(place));
}
