import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/operation.js';
import { deepFrozen } from './deep-frozen.js';

/** Of all that is kept, of all organizations, as long as it would be as JSON. In memory it takes some times that. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

const kept = new LRUCache<string, object>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: (value) => JSON.stringify(value).length,
});

/**
 * Content as everybody in the viewer's organization reads it: by its keys, null for what is not there. It is read once, and again
 * when something of the content was changed, of which the organization's revision tells. An operation that may itself change
 * something reads for itself, as it sees what nobody else does yet.
 * @param kind says what is read, and for whom where not for all
 * @param read answers in the order of the keys that it is given, at least one
 */
export async function contentOf<T extends object>(
  operation: Operation,
  kind: string,
  keys: readonly string[],
  read: (keys: readonly string[]) => Promise<readonly (T | null)[]>,
): Promise<(T | null)[]> {
  const state = await operation.contentState();
  if (state === null) return [...(await read(keys))];
  const name = (key: string) => `${state} ${kind} ${key}`;
  const found = new Map(keys.map((key) => [key, (kept.get(name(key)) as T | undefined) ?? null]));
  const missing = keys.filter((key) => !found.get(key));
  if (missing.length === 0) return keys.map((key) => found.get(key) ?? null);
  for (const [at, value] of (await read(missing)).entries()) {
    const key = missing[at];
    if (key === undefined || value === null) continue;
    found.set(key, value);
    // Many will read it, and none may change it for the others.
    kept.set(name(key), deepFrozen(value));
  }
  return keys.map((key) => found.get(key) ?? null);
}
