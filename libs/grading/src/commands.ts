import { split } from 'shlex';

/** A command of holdout.toml cannot be used; says why and what to do. */
export class CommandInvalidError extends Error {
  override readonly name = 'CommandInvalidError';
}

/** Where things lie inside a container. */
export const PLACES = {
  data: '/work/in/data',
  model: '/work/model',
  features: '/work/in/features.csv',
  predictions: '/work/out/predictions.csv',
  reports: '/work/out/reports',
} as const;

const PLACEHOLDERS = {
  train: ['data', 'model', 'reports', 'seed'],
  predict: ['model', 'features', 'predictions', 'seed'],
} as const;
const MAX_WORDS = 200;

/**
 * Words of a command, with placeholders filled in. Quoting works as in a shell; nothing else of a shell does.
 * @throws CommandInvalidError for an unclosed quote, an unknown placeholder or shell syntax
 */
export function commandWords(kind: 'train' | 'predict', command: string, seed: number): string[] {
  let words: string[];
  try {
    words = split(command);
  } catch {
    throw new CommandInvalidError(
      `commands.${kind} has an unclosed quote or ends with a backslash. Close or remove it.`,
    );
  }
  if (words.length === 0)
    throw new CommandInvalidError(`commands.${kind} is empty. Name the program to run.`);
  if (words.length > MAX_WORDS)
    throw new CommandInvalidError(
      `commands.${kind} has more than ${MAX_WORDS} words. Put them into a script.`,
    );
  const shell = words.find((word) => ['|', '||', '&&', ';', '>', '>>', '<', '&'].includes(word));
  if (shell !== undefined) {
    throw new CommandInvalidError(
      `commands.${kind} uses "${shell}", but no shell runs it. Put the steps into a script and name the script.`,
    );
  }
  const values: Readonly<Record<string, string>> = { ...PLACES, seed: String(seed) };
  const known: readonly string[] = PLACEHOLDERS[kind];
  return words.map((word) =>
    word.replace(/\{([a-zA-Z_]+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined || !known.includes(name)) {
        const offered = known.map((each) => `{${each}}`).join(', ');
        throw new CommandInvalidError(
          `commands.${kind} uses ${whole}, which it has not. It may use ${offered}.`,
        );
      }
      return value;
    }),
  );
}
