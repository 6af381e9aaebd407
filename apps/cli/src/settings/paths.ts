import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type Env = Readonly<Record<string, string | undefined>>;

/** The checkout this program runs from. `src` and `dist` lie equally deep. */
export const CHECKOUT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

/** What `login` wrote. Holds a secret. */
export function configFile(env: Env): string {
  return path.join(baseOf(env, 'XDG_CONFIG_HOME', '.config'), 'holdout', 'config.json');
}

/** Addresses of unfinished uploads, so that they can go on. */
export function uploadsFile(env: Env): string {
  return path.join(baseOf(env, 'XDG_STATE_HOME', '.local/state'), 'holdout', 'uploads.json');
}

/** Where `npm start` leaves a key of the demo student. */
export function localKeyFile(env: Env): string {
  return path.join(path.resolve(env.HOLDOUT_DATA || path.join(CHECKOUT, '.holdout')), 'cli.json');
}

function baseOf(env: Env, variable: string, fallback: string): string {
  const set = env[variable];
  // The XDG rules: a relative path is to be ignored.
  return set && path.isAbsolute(set) ? set : path.join(env.HOME || os.homedir(), fallback);
}
