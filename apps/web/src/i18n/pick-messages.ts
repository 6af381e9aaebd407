/** Messages by name, or a message itself, which may be a list once it is parsed. */
interface Tree {
  readonly [key: string]: unknown;
}

/** Of all messages those under the given names, such as `run` or `run.cancel`, where they stand. */
export function pickMessages(all: Tree, names: readonly string[]): Tree {
  return names.reduce<Tree>((picked, name) => mergeMessages(picked, branch(all, name.split('.'))), {});
}

/** Both together, whatever depth they begin to differ at. */
export function mergeMessages(one: Tree, other: Tree): Tree {
  const joined: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = joined[key];
    joined[key] = isTree(known) && isTree(value) ? mergeMessages(known, value) : value;
  }
  return joined;
}

function branch(all: Tree, [key, ...rest]: readonly string[]): Tree {
  if (key === undefined) return all;
  const below = all[key];
  if (!isTree(below)) throw new Error(`No messages are called ${key}.`);
  return { [key]: branch(below, rest) };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
