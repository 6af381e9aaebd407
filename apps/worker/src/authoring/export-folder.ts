import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { figuresIn, publishedVersion, type Tx } from '@holdout/db';
import { withFolderFigures, type KeptFigure } from '@holdout/domain';
import { anchorsFile, assignmentDefinition, ownDefinition, readTar, REFERENCES } from '@holdout/grading';
import type { BlobStore, Vault } from '@holdout/storage';
import { kitDigestOf, unpackKit } from '../publishing/calibration-kit.js';

/** Everything a published version consists of. */
export interface PublishedParts {
  definition: unknown;
  brief: string;
  /** The pictures that the brief shows. */
  figures: readonly KeptFigure[];
  shippedAnchors: unknown;
  starterDigest: string;
}

/** @throws NotFoundError */
export async function partsOf(tx: Tx, versionId: string): Promise<PublishedParts> {
  const version = await publishedVersion(tx, versionId);
  return { ...version, figures: await figuresIn(tx, version.brief) };
}

const BRIEF = 'brief.md';
/** Keys that publishing adds to a definition. Authors never write them, so an export leaves them out. */
const ADDED = ['dictionary', 'calibrationKit'] as const;
/** Anchors that were measured by an import are not exported: the folder's next import measures its own. */
const MEASURED_BY_IMPORT = 'import';

/**
 * The files from which an import makes the same version again.
 * @throws Error when a part of the version is gone
 */
export async function exportedFiles(
  version: PublishedParts,
  { blobs, vault }: { blobs: BlobStore; vault: Vault },
): Promise<Map<string, Buffer>> {
  const stored = assignmentDefinition.parse(version.definition);
  const kit = await unpackKit(await vault.getBuffer(kitDigestOf(stored)));
  const definition: Record<string, unknown> = { ...stored };
  for (const key of ADDED) delete definition[key];
  if (stored.scorer) definition['scorer'] = { file: stored.scorer.file };
  const file = stored.brief ?? BRIEF;
  const toRoot = path.posix.relative(path.posix.dirname(file), '.');
  const brief = withFolderFigures(version.brief, version.figures, toRoot && `${toRoot}/`);
  const files = new Map<string, Buffer>([
    ['assignment.yaml', Buffer.from(await ownDefinition(definition))],
    [file, Buffer.from(brief.text)],
  ]);
  for (const { name, digest } of brief.files) files.set(name, await blobs.getBuffer(digest));
  const anchors = anchorsFile.parse(version.shippedAnchors);
  if (anchors['source'] !== MEASURED_BY_IMPORT && Object.keys(anchors.metrics).length > 0)
    files.set('anchors.json', Buffer.from(`${JSON.stringify(anchors, null, 2)}\n`));
  move(files, 'anchors.json', stored.anchors);
  if (stored.scorer && kit.scorer) files.set(stored.scorer.file, kit.scorer);
  for (const [name, bytes] of kit.data) files.set(placeOf(stored.dataset, name), bytes);
  await addArchive(files, 'starter', await blobs.getBuffer(version.starterDigest));
  for (const reference of REFERENCES) {
    const archive = kit.references?.[reference];
    if (archive) await addArchive(files, `reference/${reference}`, archive);
  }
  return files;
}

/** Stored data files only have their base name; the definition knows their path in the folder. */
function placeOf(dataset: Readonly<Record<string, unknown>>, name: string): string {
  const named = Object.values(dataset).find(
    (value) => typeof value === 'string' && (value === name || value.endsWith(`/${name}`)),
  );
  return typeof named === 'string' ? named : `data/${name}`;
}

function move(files: Map<string, Buffer>, from: string, to: string | undefined): void {
  const bytes = files.get(from);
  if (!bytes || !to || to === from) return;
  files.delete(from);
  files.set(to, bytes);
}

async function addArchive(files: Map<string, Buffer>, folder: string, archive: Buffer): Promise<void> {
  for (const [name, bytes] of await readTar(gunzipSync(archive))) files.set(`${folder}/${name}`, bytes);
}
