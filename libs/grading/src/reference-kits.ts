import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tarGz, type AssignmentFolder, folderOnDisk } from './assignment-folder.js';
import type { AssignmentDefinition } from './assignment-definition.js';
import { DRAWING_FILES } from './diagram/drawing-file.js';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';
import type { LoadedAssignment } from './load-assignment.js';
import type { TarFiles } from './tar.js';

/** The submissions whose results make the scale of points. */
export const REFERENCES = ['naive', 'simple', 'strong'] as const;
export type Reference = (typeof REFERENCES)[number];
/** Archives as a student would upload them. Naive is always there: the template has one. */
export type References = { readonly naive: Buffer } & Readonly<Partial<Record<Reference, Buffer>>>;

/** `graders/templates/kits` of this checkout, from the source as from the build. */
const KITS = fileURLToPath(new URL('../../../graders/templates/kits', import.meta.url));
const KIT_OF: Readonly<Record<string, string>> = {
  'binary-classification': 'tables',
  'multiclass-classification': 'tables',
  regression: 'tables',
  forecasting: 'forecasting',
  'image-classification': 'images',
  ranking: 'ranking',
  service: 'service',
};
const WORD = /@([a-zA-Z.]+)@/g;
const CONFIG = 'holdout.toml';

/** What is supplied as starter kit, else the template's: it runs as it is. */
export async function starterOf({ folder, definition }: LoadedAssignment): Promise<Buffer> {
  const own = await folder.below('starter');
  if (own) return tarGz(own);
  const kit = (await templateKit(definition, 'starter')) ?? (await templateKit(definition, 'naive'));
  return tarGz(kit ?? new Map());
}

/**
 * The references to measure: supplied ones, and the template's naive where none is. Null where points need none, because
 * anchors were supplied, or the template has no naive.
 */
export async function referencesOf(assignment: LoadedAssignment): Promise<References | null> {
  const { folder, definition, anchors } = assignment;
  const [own, simple, strong] = await Promise.all(REFERENCES.map((name) => supplied(folder, name)));
  const hasAnchors = Object.keys(anchors.metrics).length > 0;
  if (!own && !simple && !strong && hasAnchors) return null;
  const kit = own ?? (await templateKit(definition, 'naive'));
  if (!kit) return null;
  return {
    naive: await tarGz(kit),
    ...(simple ? { simple: await tarGz(simple) } : {}),
    ...(strong ? { strong: await tarGz(strong) } : {}),
  };
}

/** The supplied naive reference, else the template's; null where the template has none. */
export async function naiveOf({ folder, definition }: LoadedAssignment): Promise<Buffer | null> {
  const kit = (await supplied(folder, 'naive')) ?? (await templateKit(definition, 'naive'));
  return kit && tarGz(kit);
}

/** What can be told of starter kit and references without running them. */
export async function referenceProblems({
  folder,
  definition,
}: LoadedAssignment): Promise<AssignmentProblem[]> {
  // For a diagram a drawing is handed in, and nothing runs.
  const [file, what] = definition.diagram
    ? (['diagram.yaml', 'names its assignment'] as const)
    : ([CONFIG, 'names its commands'] as const);
  const isThere = (files: TarFiles) =>
    definition.diagram ? DRAWING_FILES.some((name) => files.has(name)) : files.has(CONFIG);
  const kits = ['starter', ...REFERENCES.map((name) => `reference/${name}`)];
  const found = await Promise.all(
    kits.map(async (kit) => {
      const files = await folder.below(kit);
      if (!files || isThere(files)) return [];
      const suggestion = `Add one that ${what}: it is handed in as a student would.`;
      return [problemOf(`${kit}/${file}`, `${kit} has no ${file}.`, { suggestion })];
    }),
  );
  return found.flat();
}

function supplied(folder: AssignmentFolder, reference: Reference): Promise<TarFiles | null> {
  return folder.below(`reference/${reference}`);
}

/** A template's kit for this assignment: words such as `@slug@` stand for what the definition says. */
async function templateKit(
  definition: AssignmentDefinition,
  kit: 'naive' | 'starter',
): Promise<TarFiles | null> {
  const place = path.join(KITS, KIT_OF[definition.template] ?? '-', kit);
  if (!existsSync(place)) return null;
  const files = await folderOnDisk(path.dirname(place)).below(kit);
  return new Map(
    [...(files ?? [])].map(([name, bytes]) => [
      name,
      Buffer.from(bytes.toString('utf8').replace(WORD, (_, key: string) => wordOf(definition, key))),
    ]),
  );
}

function wordOf(definition: AssignmentDefinition, key: string): string {
  const value = key
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], definition);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
