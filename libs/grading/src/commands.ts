import { split } from 'shlex';

/** A command of holdout.toml cannot be used; says why and what to do. */
export class CommandInvalidError extends Error {
  override readonly name = 'CommandInvalidError';
}

/** Where things lie inside a container. */
export const PLACES = {
  input: '/work/in',
  output: '/work/out',
  data: '/work/in/data',
  model: '/work/model',
  reports: '/work/out/reports',
} as const;

const MAX_WORDS = 200;

/**
 * Splits a command into words, without filling its placeholders. Quoting works as in a shell, but nothing else of a shell
 * does.
 * @throws CommandInvalidError for an unclosed quote, an unknown placeholder or shell syntax
 */
export function commandWords(name: string, command: string, placeholders: readonly string[]): string[] {
  let words: string[];
  try {
    words = split(command);
  } catch {
    throw new CommandInvalidError(
      `commands.${name} has an unclosed quote or ends with a backslash. Close or remove it.`,
    );
  }
  if (words.length === 0)
    throw new CommandInvalidError(`commands.${name} is empty. Name the program to run.`);
  if (words.length > MAX_WORDS)
    throw new CommandInvalidError(
      `commands.${name} has more than ${MAX_WORDS} words. Put them into a script.`,
    );
  const shell = words.find((word) => ['|', '||', '&&', ';', '>', '>>', '<', '&'].includes(word));
  if (shell !== undefined) {
    throw new CommandInvalidError(
      `commands.${name} uses "${shell}", but no shell runs it. Put the steps into a script and name the script.`,
    );
  }
  for (const [whole, inner = ''] of words.flatMap((word) => [...word.matchAll(PLACEHOLDER)])) {
    if (placeholders.includes(inner)) continue;
    const offered = placeholders.map((each) => `{${each}}`).join(', ');
    throw new CommandInvalidError(`commands.${name} uses ${whole}, which it has not. It may use ${offered}.`);
  }
  return words;
}

const PLACEHOLDER = /\{([a-zA-Z_]+)\}/g;

/** Fills the placeholders. One that has no value in this call becomes empty text. */
export function fillWords(words: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return words.map((word) => word.replace(PLACEHOLDER, (_whole, name: string) => values[name] ?? ''));
}
