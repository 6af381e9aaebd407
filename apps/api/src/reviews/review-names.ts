import { createHash } from 'node:crypto';

/** Stands for a student among graders who may not know whom they grade: the same for one run, telling nothing else. */
export function codeName(runId: string): string {
  return codeNameOf('Submission', `review:${runId}`);
}

/** A word and six digits that are the same for one secret, and tell nothing else. */
export function codeNameOf(word: string, secret: string): string {
  const hex = createHash('sha256').update(secret).digest('hex');
  return `${word} ${hex.slice(0, 6).toUpperCase()}`;
}
