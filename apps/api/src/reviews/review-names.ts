import { createHash } from 'node:crypto';

/** Stands for a student among graders who may not know whom they grade: the same for one run, telling nothing else. */
export function codeName(runId: string): string {
  const hex = createHash('sha256').update(`review:${runId}`).digest('hex');
  return `Submission ${hex.slice(0, 6).toUpperCase()}`;
}
