import { gunzipSync } from 'node:zlib';
import type { WorkToCompare } from '@holdout/db';
import { SIMILARITY_LIMITS as LIMITS, submittedFiles } from '@holdout/domain';
import { readTar } from '@holdout/grading';
import { sourceCode, type SourceFile, type Work } from '@holdout/similarity';
import type { BlobStore } from '@holdout/storage';

/** The code of the works that fit the limits, and how many were left out. */
export async function readWorks(
  blobs: BlobStore,
  rows: readonly WorkToCompare[],
): Promise<{ works: Work[]; leftOut: number }> {
  const works: Work[] = [];
  let bytes = 0;
  for (const { runId, digest, ...work } of rows) {
    const stored: unknown = JSON.parse((await blobs.getBuffer(digest)).toString('utf8'));
    const files = sourceCode(submittedFiles.parse(stored).files);
    const size = sizeOf(files);
    if (size === 0 || size > LIMITS.workBytes || bytes + size > LIMITS.bytes) continue;
    bytes += size;
    works.push({ id: runId, ...work, files });
  }
  return { works, leftOut: rows.length - works.length };
}

/** The code in a starter kit. The archive is trusted: we packed it ourselves when the version was published. */
export async function readStarter(blobs: BlobStore, digest: string): Promise<SourceFile[]> {
  const files = await readTar(gunzipSync(await blobs.getBuffer(digest)));
  return sourceCode([...files].map(([path, bytes]) => ({ path, text: bytes.toString('utf8') })));
}

function sizeOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}
