import { hasOwnScorer, nextDefinition, OWN_SCORER_FILE, type DraftSettings } from '@holdout/domain';
import { assignmentDefinition, folderOfFiles, type AssignmentFolder } from '@holdout/grading';
import type { BlobStore, Vault } from '@holdout/storage';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { exportedFiles, type PublishedParts } from './export-folder.js';

const DEFINITION = 'assignment.yaml';
const LINE_WIDTH = 120;

interface Changes {
  settings: DraftSettings;
  /** The number of rows in its data. */
  rows: number;
  blobs: BlobStore;
  vault: Vault;
}

/** The folder of a further version: the published one's, with the author's changes. */
export async function nextVersionFolder(
  base: PublishedParts,
  { settings, rows, ...stores }: Changes,
): Promise<AssignmentFolder> {
  const files = await exportedFiles(base, stores);
  const { brief = 'brief.md', dataset, scorer } = assignmentDefinition.parse(base.definition);
  const own = parse(files.get(DEFINITION)?.toString('utf8') ?? '') as Record<string, unknown>;
  const data = { file: path.posix.basename(dataset.file ?? ''), rows };
  const next = nextDefinition(own, { settings, published: base.definition, data });
  files.set(DEFINITION, Buffer.from(stringify(next, { lineWidth: LINE_WIDTH })));
  if (settings.brief && settings.brief !== base.brief)
    files.set(brief, Buffer.from(`${settings.brief.trimEnd()}\n`));
  if (hasOwnScorer(settings.scorer)) files.set(scorer?.file ?? OWN_SCORER_FILE, Buffer.from(settings.scorer));
  return folderOfFiles(settings.slug, files);
}
