import { isUtf8 } from 'node:buffer';
import {
  configMalformed,
  configMissing,
  configTooLarge,
  CONFIG_FILE,
  MAX_CONFIG_BYTES,
} from '@holdout/domain';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { PreflightError } from '../errors.js';
import { isMissingFile } from '../files.js';

/**
 * The parsed holdout.toml of a project folder.
 * @throws PreflightError when it is missing, too large or malformed.
 */
export async function readConfig(root: string): Promise<unknown> {
  const file = path.join(root, CONFIG_FILE);
  try {
    if ((await stat(file)).size > MAX_CONFIG_BYTES) throw new PreflightError(configTooLarge());
    return parseConfig(await readFile(file));
  } catch (error) {
    if (isMissingFile(error)) throw new PreflightError(configMissing());
    throw error;
  }
}

/** @throws PreflightError when it is not UTF-8 or not TOML; the message names the line. */
export function parseConfig(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new PreflightError(configMalformed('it is not UTF-8 text. Save it as UTF-8.'));
  const text = new TextDecoder().decode(bytes);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const fact = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? 'not understood';
    throw new PreflightError(configMalformed(`line ${error.line}, column ${error.column}: ${fact}.`));
  }
}

/** The assignment that a parsed holdout.toml names, if it names one. */
export function assignmentIn(config: unknown): string | undefined {
  const project: unknown = isTable(config) ? config.project : undefined;
  const slug: unknown = isTable(project) ? project.assignment : undefined;
  return typeof slug === 'string' && slug !== '' ? slug : undefined;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
