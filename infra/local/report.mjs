/** What set-up prints: one line for each step with the time it took. */
import { types } from 'node:util';

/** A failure that set-up explains: the message says what is wrong and what to do. No stack trace is shown. */
export class StartError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'StartError';
  }
}

/** A step that takes longer than this, in milliseconds, is announced before it ends. */
const ANNOUNCE_AFTER_MS = 1_500;
const NAME_WIDTH = 46;

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one step, and prints its name and duration. Steps that run side by side simply overlap.
 * @template T
 * @param {string} name
 * @param {(log: (line: string) => void) => Promise<T> | T} work gets a function that prints a detail of this step
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  const announce = setTimeout(() => say(`  …  ${name}`), ANNOUNCE_AFTER_MS);
  try {
    const result = await work((line) => say(`     ${name}: ${line}`));
    say(`  ✓  ${name.padEnd(NAME_WIDTH)} ${seconds(performance.now() - started).padStart(7)}`);
    return result;
  } catch (error) {
    say(`  ✗  ${name.padEnd(NAME_WIDTH)} ${seconds(performance.now() - started).padStart(7)}`);
    throw error;
  } finally {
    clearTimeout(announce);
  }
}

/**
 * The text to show for a failure.
 * @param {unknown} error
 */
export function explain(error) {
  if (!types.isNativeError(error)) return String(error);
  if (
    /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOSPC' ||
    /ENOSPC|No space left on device/.test(error.message)
  ) {
    const line = error.message.split('\n').find((text) => /ENOSPC|No space left/.test(text));
    return `The disk is full (${(line ?? error.message).trim()}). Free some space and run npm start again: it continues where it stopped.`;
  }
  if (error instanceof StartError || error.name === 'EngineError') return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if ((code === 'EACCES' || code === 'EPERM') && path) {
    return `This user may not use ${path} (${error.message.split(',')[0]}). Give the checkout and the data directory to the user who starts Holdout, or start it as their owner.`;
  }
  return error.stack ?? error.message;
}
