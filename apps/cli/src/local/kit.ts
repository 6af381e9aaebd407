import { anchorsFile, assignmentDefinition, type Anchors, type AssignmentDefinition } from '@holdout/grading';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { jsonOf, type Access } from '../api/client.js';
import { download } from '../api/download.js';
import { UsageError } from '../errors.js';
import { isMissingFile } from '../files.js';
import { ASSIGNMENT_FOLDER } from '../project/ignore-rules.js';
import type { PublishedAssignment } from '../commands/published-assignment.js';

const MAX_DEFINITION_BYTES = 8 * 2 ** 20;
const MAX_PUBLIC_BYTES = 512 * 2 ** 20;
const DEFINITION_FILE = 'assignment.json';
const PUBLIC_FILE = 'public.tar';

const stored = z.object({ version: z.int(), definition: assignmentDefinition, anchors: anchorsFile });

/** What it takes to grade a project on this computer: everything public of one version of an assignment. */
export interface Kit {
  readonly version: number;
  readonly definition: AssignmentDefinition;
  readonly anchors: Anchors;
  /** A tar of the public data. */
  readonly publicBundle: Buffer;
}

/** The kit that `init` left in a project folder; undefined when there is none. @throws UsageError when it is damaged. */
export async function readKit(project: string): Promise<Kit | undefined> {
  const folder = path.join(project, ASSIGNMENT_FOLDER);
  let text: string;
  let publicBundle: Buffer;
  try {
    text = await readFile(path.join(folder, DEFINITION_FILE), 'utf8');
    publicBundle = await readFile(path.join(folder, PUBLIC_FILE));
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
  const parsed = stored.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new UsageError(
      `${path.join(folder, DEFINITION_FILE)} is damaged or of another version. Delete the folder ${ASSIGNMENT_FOLDER}; check fetches it anew.`,
      'KIT_INVALID',
    );
  }
  return { ...parsed.data, publicBundle };
}

export async function writeKit(
  project: string,
  { version, definition, anchors, publicBundle }: Kit,
): Promise<void> {
  const folder = path.join(project, ASSIGNMENT_FOLDER);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, PUBLIC_FILE), publicBundle);
  await writeFile(path.join(folder, DEFINITION_FILE), JSON.stringify({ version, definition, anchors }));
}

/** @throws ApiError when the server refuses, UsageError when it speaks of assignments this program cannot grade. */
export async function fetchKit(access: Access, { slug, version }: PublishedAssignment): Promise<Kit> {
  const [definition, publicData] = await Promise.all([
    download(access, `/files/definition/${version.id}`, `The definition of "${slug}"`, MAX_DEFINITION_BYTES),
    download(access, version.publicDataUrl, `The public data of "${slug}"`, MAX_PUBLIC_BYTES),
  ]);
  const parsed = stored.omit({ version: true }).safeParse(jsonOf(definition.toString('utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UsageError(
      `This program cannot grade "${slug}" (${issue?.path.join('.')}: ${issue?.message}). Use the holdout of the same version as the server.`,
      'KIT_INVALID',
    );
  }
  return { version: version.version, ...parsed.data, publicBundle: plain(publicData) };
}

/** Without gzip around it, if there was any. */
export function plain(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
    ? gunzipSync(bytes, { maxOutputLength: MAX_PUBLIC_BYTES })
    : bytes;
}
