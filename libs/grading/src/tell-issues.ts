import type { z } from 'zod';
import { ASSIGNMENT_FIELDS } from './assignment-fields.js';
import { nearestName } from './nearest-name.js';
import { isMapping, NAMED_LISTS } from './template-defaults.js';

/** What a schema found, in words for authors. */
export interface ToldIssue {
  path: readonly PropertyKey[];
  message: string;
  suggestion: string | null;
}

type Mapping = Readonly<Record<string, unknown>>;

/** One told issue per mistake: an entry that its template does not know is told once, not once per key that it lacks. */
export function tellIssues(
  issues: readonly z.core.$ZodIssue[],
  merged: Mapping,
  defaults: Mapping,
): ToldIssue[] {
  const strangers = new Map<string, ToldIssue>();
  const told: ToldIssue[] = [];
  for (const issue of issues) {
    const entry = strangeEntry(issue, merged, defaults);
    if (!entry) told.push(tell(issue, merged));
    else if (!strangers.has(entry.name)) {
      const lacking = issues
        .filter((other) => other.path[0] === issue.path[0] && other.path[1] === issue.path[1])
        .map((other) => String(other.path[2]));
      strangers.set(entry.name, {
        path: issue.path.slice(0, 2),
        message: `The template has no \`${entry.name}\`, and a new entry lacks ${lacking.join(', ')}.`,
        suggestion: entry.near ? `Did you mean \`${entry.near}\`?` : `It has ${entry.known.join(', ')}.`,
      });
    }
  }
  return [...told, ...strangers.values()];
}

/** The entry of a named list that an author meant to change, but whose name the template does not have. */
function strangeEntry(issue: z.core.$ZodIssue, merged: Mapping, defaults: Mapping) {
  const [list, index, key] = issue.path;
  const label = typeof list === 'string' ? NAMED_LISTS[list] : undefined;
  if (!label || typeof index !== 'number' || key === undefined || valueAt(merged, issue.path) !== undefined)
    return null;
  const name = valueAt(merged, [String(list), index, label]);
  const theirs = defaults[String(list)];
  if (typeof name !== 'string' || !Array.isArray(theirs)) return null;
  const known = theirs.map((entry) => String((entry as Mapping)[label]));
  return known.includes(name) ? null : { name, known, near: nearestName(name, known) };
}

function tell(issue: z.core.$ZodIssue, merged: Mapping): ToldIssue {
  const { path } = issue;
  const value = valueAt(merged, path);
  if (value === undefined) {
    const example = exampleOf(path);
    const suggestion = example ? `Add it, for example \`${String(path.at(-1))}: ${example}\`.` : null;
    return { path, message: 'is missing.', suggestion };
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const near = typeof value === 'string' ? nearestName(value, allowed) : null;
    const suggestion = near ? `Did you mean ${near}?` : `Use one of ${allowed.join(', ')}.`;
    return { path, message: `It cannot be ${shown(value)}.`, suggestion };
  }
  if (issue.code === 'invalid_type')
    return {
      path,
      message: `It must be ${WORDS[issue.expected] ?? issue.expected}, not ${shown(value)}.`,
      suggestion: null,
    };
  return { path, message: issue.message, suggestion: null };
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'empty';
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

function exampleOf(path: readonly PropertyKey[]): string | null {
  const dotted = path
    .map((key) => (typeof key === 'number' ? '[]' : `.${String(key)}`))
    .join('')
    .slice(1);
  return ASSIGNMENT_FIELDS.find((field) => field.path === dotted)?.example ?? null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at) && typeof key === 'number') return at[key] as unknown;
    return isMapping(at) ? at[String(key)] : undefined;
  }, value);
}
