import { LRUCache } from 'lru-cache';
import type { Operation } from '../operation/operation.js';
import { deepFrozen } from './deep-frozen.js';

/** The size of everything that is kept, for all students, as JSON text: about 50,000 pages' worth. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** In an object of its own, because "nothing" is kept as well. */
interface Kept {
  value: unknown;
}

const kept = new LRUCache<string, Kept>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: (value, key) => key.length + JSON.stringify(value).length,
});

/**
 * Something that depends on nothing but the viewer's own work, their cohorts and the organization's content. It is read
 * once, and read again after a revision shows that some of that changed. An operation that may itself change something
 * reads for itself.
 * @param kind says what is read, and of what where not of all
 * @param read answers with plain data, which nobody may change: no maps, nothing that the passing of time changes
 */
export async function workOf<T>(operation: Operation, kind: string, read: () => Promise<T>): Promise<T> {
  const state = await operation.workState();
  if (state === null) return read();
  const name = `${state} ${kind}`;
  const known = kept.get(name);
  if (known) return known.value as T;
  const value = await read();
  kept.set(name, deepFrozen({ value }));
  return value;
}
