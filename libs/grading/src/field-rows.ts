import { ASSIGNMENT_FIELDS } from './assignment-fields.js';
import { isMapping, templateDefaults, templateNames } from './template-defaults.js';

type Row = readonly [key: string, type: string, given: string, example: string, about: string];

/** The table of keys in graders/AUTHORING.md: one row per key, with its default by template. A test compares the two. */
export async function fieldRows(): Promise<Row[]> {
  const templates = await Promise.all(
    (await templateNames()).map(async (name) => [name, (await templateDefaults(name)) ?? {}] as const),
  );
  return ASSIGNMENT_FIELDS.map(({ path, type, example, about, for: only }) => {
    const given = templates
      .filter(([name]) => !only || only.includes(name))
      .map(([name, defaults]) => [name, defaultAt(defaults, path)] as const);
    const text = only ? `${about} Only ${only.join(', ')}.` : about;
    return [`\`${path}\``, type, told(given), `\`${example}\``, text].map(cell) as unknown as Row;
  });
}

/** One default if all templates agree, otherwise each template with its own. */
function told(given: readonly (readonly [string, string | null])[]): string {
  const values = new Set(given.map(([, value]) => value));
  if (values.size <= 1) return [...values][0] ?? '';
  const by = new Map<string, string[]>();
  for (const [name, value] of given) if (value !== null) by.set(value, [...(by.get(value) ?? []), name]);
  return [...by].map(([value, names]) => `${value}: ${names.join(', ')}`).join('; ');
}

function defaultAt(defaults: Readonly<Record<string, unknown>>, path: string): string | null {
  if (/[[*]/.test(path) || path === 'template') return null;
  const value = path
    .split('.')
    .reduce<unknown>((at, step) => (isMapping(at) ? at[step] : undefined), defaults);
  if (value === undefined || isMapping(value)) return null;
  return `\`${Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
