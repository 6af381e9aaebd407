import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Lists whose entries have names: an author's entry changes the template's entry of that name instead of replacing the list. */
export const NAMED_LISTS: Readonly<Record<string, string>> = {
  metrics: 'name',
  criteria: 'key',
  gates: 'key',
};
const ENDING = '.yaml';

type Mapping = Record<string, unknown>;

/** `graders/templates` of this checkout, from the source as from the build. */
const TEMPLATES = fileURLToPath(new URL('../../../graders/templates', import.meta.url));

/** What a template gives to whoever says nothing else; `undefined` when there is no such template. */
export async function templateDefaults(template: string, folder = TEMPLATES): Promise<Mapping | undefined> {
  if (!(await templateNames(folder)).includes(template)) return undefined;
  const defaults: unknown = parse(await readFile(path.join(folder, template + ENDING), 'utf8'));
  if (!isMapping(defaults)) throw new Error(`${template}${ENDING} of the templates holds no mapping.`);
  return defaults;
}

/** The templates that exist, sorted. */
export async function templateNames(folder = TEMPLATES): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
}

/**
 * The author's definition over the template's: mappings merge, lists replace. `metrics`, `criteria` and `gates` merge by
 * name; an entry with `remove: true` drops the template's, and a new entry stands after the author's entry before it.
 */
export function withDefaults(own: Mapping, defaults: Mapping): Mapping {
  const merged = merge(own, defaults);
  for (const [list, name] of Object.entries(NAMED_LISTS)) {
    const [ours, theirs] = [own[list], defaults[list]];
    if (areNamed(ours, name) && areNamed(theirs, name)) merged[list] = mergeNamed(ours, theirs, name);
  }
  return merged;
}

/**
 * Where a place in a merged definition stands in the author's file: entries of the named lists by their name.
 * Null when the template and not the author said it.
 */
export function placeInOwn(
  keys: readonly PropertyKey[],
  merged: unknown,
  own: unknown,
): PropertyKey[] | null {
  const [list, index, ...rest] = keys;
  const name = typeof list === 'string' ? NAMED_LISTS[list] : undefined;
  if (!name || typeof index !== 'number' || !isMapping(merged) || !isMapping(own)) return [...keys];
  const entry = (merged[String(list)] as unknown[])[index];
  const ours = own[String(list)];
  if (!isMapping(entry) || !Array.isArray(ours)) return null;
  const place = ours.findIndex((each) => isMapping(each) && each[name] === entry[name]);
  return place < 0 ? null : [String(list), place, ...rest];
}

function merge(own: Mapping, defaults: Mapping): Mapping {
  const merged = { ...defaults };
  for (const [key, value] of Object.entries(own)) {
    const before = defaults[key];
    merged[key] = isMapping(value) && isMapping(before) ? merge(value, before) : value;
  }
  return merged;
}

function mergeNamed(own: readonly Mapping[], defaults: readonly Mapping[], name: string): Mapping[] {
  const merged = [...defaults];
  let after = merged.length - 1;
  for (const entry of own) {
    const place = merged.findIndex((each) => each[name] === entry[name]);
    const before = merged[place];
    if (entry['remove'] === true) {
      if (before) merged.splice(place, 1);
      after = Math.min(after, merged.length - 1);
    } else if (before) {
      merged[place] = merge(entry, before);
      after = place;
    } else {
      merged.splice(++after, 0, entry);
    }
  }
  return merged;
}

function areNamed(value: unknown, name: string): value is Mapping[] {
  return Array.isArray(value) && value.every((entry) => isMapping(entry) && typeof entry[name] === 'string');
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
