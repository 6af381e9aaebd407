import { randomBytes } from 'node:crypto';

const WARM = 'warm';

/** A new container's token: part of its name for life, and known before the engine knows the container. */
export function newToken(): string {
  return randomBytes(6).toString('hex');
}

/** The name of a container: whose run it serves (a warm one serves none yet) and which it is. */
export function containerName(token: string, job?: { runId: string; phase: string }): string {
  return ['holdout', job ? namePart(job.runId) : WARM, job ? namePart(job.phase) : '', token].join('_');
}

/** What a container's name tells. `runId` is as it appears in names, see `namePart`. */
export function parseName(name: string): { runId: string | null; token: string } {
  const [, run, , token = ''] = name.replace(/^\//, '').split('_');
  return { runId: run === undefined || run === WARM ? null : run, token };
}

/** Container names may contain only a few characters, and `_` separates the parts of ours. */
export function namePart(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/g, '-');
}
