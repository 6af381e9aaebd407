import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../errors.js';
import { CHECKOUT } from '../settings/paths.js';

const images = z.record(z.string(), z.string());
const engine = z.object({ dockerHost: z.string() });

/** A container engine and the image ids in it: the very images of the server. */
export interface Local {
  readonly dockerHost: string;
  readonly images: Readonly<Record<string, string>>;
}

/**
 * Find the engine and build the grading images that are missing.
 * @param log is told each step that takes time
 * @param extra images that the assignment asks for, by name; light and scorer are always there
 * @throws UsageError when there is no engine, with what to do.
 */
export async function localImages(
  log: (line: string) => void,
  extra: readonly string[] = [],
): Promise<Local> {
  try {
    const { dockerHost } = engine.parse(await callSetUp('engine.mjs', 'ensureEngine', { log }));
    return {
      dockerHost,
      images: images.parse(
        await callSetUp('images.mjs', 'ensureImages', {
          log,
          dockerHost,
          extra: extra.filter((name) => name !== 'light' && name !== 'scorer'),
        }),
      ),
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'EngineError')
      throw new UsageError(error.message, 'NO_ENGINE');
    throw error;
  }
}

/** The set-up scripts are plain JavaScript, since they run before anything is installed: no types to import. */
async function callSetUp(file: string, name: string, options: object): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(path.join(CHECKOUT, 'infra/local', file)).href);
  const work: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
  if (typeof work !== 'function') throw new Error(`infra/local/${file} does not offer ${name}`);
  return Reflect.apply(work, undefined, [options]);
}
