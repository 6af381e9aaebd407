import { ASSIGNMENT_FIELDS } from './assignment-fields.js';
import { nearestName } from './nearest-name.js';
import { isMapping } from './template-defaults.js';

/** A key that nothing reads: mistyped, misplaced, or another template's. */
export interface UnknownKey {
  path: readonly PropertyKey[];
  message: string;
  suggestion: string;
}

type Tree = Map<string, Tree>;

/** Every key of an author's file that no part of Holdout would read. */
export function unknownKeys(own: Readonly<Record<string, unknown>>, template: string): UnknownKey[] {
  const found: UnknownKey[] = [];
  const visit = (value: unknown, trees: readonly Tree[], path: readonly PropertyKey[]): void => {
    if (Array.isArray(value)) {
      const entries = below(trees, '[]');
      if (entries.length > 0) value.forEach((entry, index) => visit(entry, entries, [...path, index]));
    } else if (isMapping(value)) {
      // A field without keys of its own holds whatever its type says.
      if (trees.every((tree) => tree.size === 0)) return;
      for (const [key, child] of Object.entries(value)) {
        const known = [...below(trees, key), ...below(trees, '*')];
        if (known.length > 0) visit(child, known, [...path, key]);
        else found.push(unknown([...path, key], key, trees, template));
      }
    }
  };
  visit(own, [treeOf(template)], []);
  return found;
}

function below(trees: readonly Tree[], step: string): Tree[] {
  return trees.flatMap((tree) => tree.get(step) ?? []);
}

function unknown(
  path: readonly PropertyKey[],
  key: string,
  trees: readonly Tree[],
  template: string,
): UnknownKey {
  const siblings = trees.flatMap((tree) => [...tree.keys()]).filter((name) => name !== '*' && name !== '[]');
  const near = nearestName(key, siblings);
  const dotted = path.map((part) => (typeof part === 'number' ? '[]' : `.${String(part)}`)).join('');
  const others = templatesOf(dotted.slice(1).replaceAll('.[]', '[]'));
  if (!near && others.length > 0) {
    return {
      path,
      message: `The template ${template} has no \`${key}\`.`,
      suggestion: `Only ${others.join(', ')} can use it. Remove it, or change the template.`,
    };
  }
  return {
    path,
    message: `There is no key \`${key}\` here.`,
    suggestion: near ? `Did you mean \`${near}\`?` : `Use one of ${siblings.join(', ')}.`,
  };
}

function templatesOf(path: string): string[] {
  const holders = ASSIGNMENT_FIELDS.filter(
    (field) => field.path === path || field.path.startsWith(`${path}.`) || field.path.startsWith(`${path}[`),
  );
  return [...new Set(holders.flatMap((field) => field.for ?? []))];
}

function treeOf(template: string): Tree {
  const root: Tree = new Map();
  for (const field of ASSIGNMENT_FIELDS) {
    if (field.for && !field.for.includes(template)) continue;
    let tree = root;
    for (const step of field.path.replaceAll('[]', '.[]').split('.')) {
      const next: Tree = tree.get(step) ?? new Map();
      tree.set(step, next);
      tree = next;
    }
  }
  return root;
}
