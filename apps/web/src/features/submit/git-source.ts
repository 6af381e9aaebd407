import type { GitSource } from './submission.types';

/** Can the source be fetched, as far as a browser can tell? */
export function isReady({ url, commit }: GitSource): boolean {
  return /^https?:\/\/[^/]+\/./.test(url) && isCommit(commit);
}

export const isCommit = (commit: string) => /^[0-9a-f]{40}$/i.test(commit);
