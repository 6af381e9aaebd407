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

/** What the brief shows from the folder, by path. */
export type FolderFigures = ReadonlyMap<string, Buffer>;

/** The folder of a draft as a tar.gz: what `holdout assignment import` takes. */
export function draftFolder(settings: DraftSettings, data: DraftFile, figures: FolderFigures): Readable {
  const tar = pack();
  const gzip = createGzip();
  pipeline(tar, gzip).catch((error: Error) => gzip.destroy(error));
  fill(tar, settings, data, figures).catch((error: Error) => tar.destroy(error));
  return gzip;
}

async function fill(
  tar: ReturnType<typeof pack>,
  settings: DraftSettings,
  data: DraftFile,
  figures: FolderFigures,
): Promise<void> {
  const { brief, scorer } = settings;
  const definition = stringify(draftDefinition(settings, { file: data.fileName, rows: data.rows }), {
    lineWidth: LINE_WIDTH,
  });
  tar.entry({ name: 'assignment.yaml' }, definition);
  if (brief) tar.entry({ name: 'brief.md' }, `${brief.trimEnd()}\n`);
  for (const [name, content] of figures) tar.entry({ name }, content);
  if (hasOwnScorer(scorer)) tar.entry({ name: OWN_SCORER_FILE }, scorer);
  await pipeline(data.content, tar.entry({ name: `data/${data.fileName}`, size: data.bytes }));
  tar.finalize();
}
