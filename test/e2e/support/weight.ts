import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Scripts have their digest in their name: each is weighed once. */
const known = new Map<string, number>();

/** Notes every script that a page fetches from now on. @returns what they weigh together, in KB of gzip */
export function weigh(page: Page): () => Promise<number> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  return async () => {
    const sizes = await Promise.all([...scripts].map((url) => gzippedBytes(page, url)));
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
  };
}

async function gzippedBytes(page: Page, url: string): Promise<number> {
  const weighed = known.get(url);
  if (weighed !== undefined) return weighed;
  const answer = await page.context().request.get(url);
  const bytes = gzipSync(await answer.body()).length;
  known.set(url, bytes);
  return bytes;
}
