import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/operation.js';
import { deepFrozen } from './deep-frozen.js';

/** The size of everything that is kept, for all organizations, as JSON text. In memory it takes several times as much. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

const kept = new LRUCache<string, object>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: (value) => JSON.stringify(value).length,
});

/**
 * Content as everybody in the viewer's organization reads it, by its keys; null for what does not exist. It is read once,
 * and read again after the organization's revision shows that some of it changed. An operation that may itself change
 * something reads for itself, because it sees its own uncommitted changes.
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
