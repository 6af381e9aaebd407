import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { readDefinition } from './read-definition.js';
import { isMapping, NAMED_LISTS, templateDefaults } from './template-defaults.js';

type Mapping = Record<string, unknown>;

/**
 * The assignment.yaml that reads as this definition, without what its template says anyway.
 * @param definition as it was read, over the defaults of its template
 * @throws Error if the template is gone or no file produces the definition
 */
export async function ownDefinition(definition: Readonly<Mapping>): Promise<string> {
  const { template } = definition;
  const defaults = typeof template === 'string' ? await templateDefaults(template) : undefined;
  if (!defaults) throw new Error(`There is no template "${String(template)}" any more.`);
  const own = difference(definition, defaults);
  for (const [list, name] of Object.entries(NAMED_LISTS)) {
    const [ours, theirs] = [definition[list], defaults[list]];
    if (Array.isArray(ours) && Array.isArray(theirs) && theirs.length > 0)
      own[list] = namedDifference(ours as Mapping[], theirs as Mapping[], name);
  }
  const { slug, title, ...rest } = own;
  const source = stringify({ template, slug, title, ...rest }, { lineWidth: 120 });
  const again = await readDefinition(source, String(slug));
  if (!again.definition || !isDeepStrictEqual(again.definition, definition)) {
    throw new Error(`The definition of ${String(slug)} cannot be written as a file of its template.`);
  }
  return source;
}

function difference(whole: Readonly<Mapping>, defaults: Readonly<Mapping>): Mapping {
  const own: Mapping = {};
  for (const [key, value] of Object.entries(whole)) {
    const before = defaults[key];
    if (isDeepStrictEqual(value, before)) continue;
    own[key] = isMapping(value) && isMapping(before) ? difference(value, before) : value;
  }
  return own;
}

/** Dropped entries come first, then every entry in order: changed ones with their changes, the others by name alone. */
function namedDifference(ours: readonly Mapping[], theirs: readonly Mapping[], name: string): Mapping[] {
  const dropped = theirs
    .filter((entry) => !ours.some((each) => each[name] === entry[name]))
    .map((entry) => ({ [name]: entry[name], remove: true }));
  const kept = ours.map((entry) => {
    const before = theirs.find((each) => each[name] === entry[name]);
    return before ? { [name]: entry[name], ...difference(entry, before) } : entry;
  });
  return [...dropped, ...kept];
}
