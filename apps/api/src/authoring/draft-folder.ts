import { draftDefinition, hasOwnScorer, OWN_SCORER_FILE, type DraftSettings } from '@holdout/domain';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { stringify } from 'yaml';

const LINE_WIDTH = 120;

export interface DraftFile {
  fileName: string;
  bytes: number;
  rows: number;
  content: Readable;
}

/** The folder of a draft as a tar.gz: what `holdout assignment import` takes. */
export function draftFolder(settings: DraftSettings, data: DraftFile): Readable {
  const tar = pack();
  const gzip = createGzip();
  pipeline(tar, gzip).catch((error: Error) => gzip.destroy(error));
  fill(tar, settings, data).catch((error: Error) => tar.destroy(error));
  return gzip;
}

async function fill(tar: ReturnType<typeof pack>, settings: DraftSettings, data: DraftFile): Promise<void> {
  const { brief, scorer } = settings;
  const definition = stringify(draftDefinition(settings, { file: data.fileName, rows: data.rows }), {
    lineWidth: LINE_WIDTH,
  });
  tar.entry({ name: 'assignment.yaml' }, definition);
  if (brief) tar.entry({ name: 'brief.md' }, `${brief.trimEnd()}\n`);
  if (hasOwnScorer(scorer)) tar.entry({ name: OWN_SCORER_FILE }, scorer);
  await pipeline(data.content, tar.entry({ name: `data/${data.fileName}`, size: data.bytes }));
  tar.finalize();
}
