import { mkdir, readFile, rm, writeFile, chmod } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isMissingFile } from '../files.js';
import { UsageError } from '../errors.js';
import { configFile, localKeyFile, type Env } from './paths.js';

const stored = z.object({
  url: z.url({ protocol: /^https?$/ }),
  apiKey: z.string().min(1),
  organization: z.string().min(1).optional(),
});

/** Where to send requests, and as whom. */
export interface Settings {
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly organization: string | undefined;
  /** Where these come from, for people. */
  readonly source: string;
}

export const DEFAULT_URL = 'http://localhost:3000';

/**
 * Environment first (a script means what it sets), then `holdout login`, then the key that `npm start` left.
 * @throws UsageError when there is none, or a file cannot be understood.
 */
export async function loadSettings(env: Env): Promise<Settings> {
  if (env.HOLDOUT_API_KEY) {
    return checked(
      {
        url: env.HOLDOUT_URL ?? DEFAULT_URL,
        apiKey: env.HOLDOUT_API_KEY,
        organization: env.HOLDOUT_ORGANIZATION || undefined,
      },
      'HOLDOUT_URL and HOLDOUT_API_KEY',
    );
  }
  for (const file of [configFile(env), localKeyFile(env)]) {
    const found = await readSettings(file);
    // A URL without a key picks the server; a key for another server must not be sent there.
    if (!found || (env.HOLDOUT_URL && withoutSlash(env.HOLDOUT_URL) !== found.url)) continue;
    return { ...found, organization: env.HOLDOUT_ORGANIZATION || found.organization };
  }
  throw new UsageError(
    `You are not signed in${env.HOLDOUT_URL ? ` at ${env.HOLDOUT_URL}` : ''}. Run holdout login, or npm start in the checkout for a local demo.`,
    'NOT_SIGNED_IN',
  );
}

/** Store what `login` learned, readable by this user only. */
export async function saveSettings(env: Env, settings: Omit<Settings, 'source'>): Promise<string> {
  const file = configFile(env);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600); // `mode` above counts only for a new file
  return file;
}

/** What `login` stored; undefined when there is nothing. */
export function savedSettings(env: Env): Promise<Settings | undefined> {
  return readSettings(configFile(env));
}

/** Forget what `login` stored. */
export async function forgetSettings(env: Env): Promise<void> {
  await rm(configFile(env), { force: true });
}

export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

async function readSettings(file: string): Promise<Settings | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(
      `${file} is not valid JSON. Run holdout login to write it anew.`,
      'SETTINGS_INVALID',
    );
  }
  return checked(value, file);
}

function checked(value: unknown, source: string): Settings {
  const parsed = stored.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(
      `${source}: ${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'not understood'}. Run holdout login to set them anew.`,
      'SETTINGS_INVALID',
    );
  }
  const { url, apiKey, organization } = parsed.data;
  return { url: withoutSlash(url), apiKey, organization, source };
}
