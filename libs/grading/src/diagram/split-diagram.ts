import { createHmac } from 'node:crypto';
import path from 'node:path';
import { diagramKey, problemsOfKey } from '@holdout/diagram';
import { parse, YAMLError } from 'yaml';
import type { AssignmentDefinition } from '../assignment-definition.js';
import { AssignmentInvalidError, problemOf } from '../assignment-problem.js';
import type { LoadedAssignment } from '../load-assignment.js';
import { writeTar } from '../tar.js';

export const KEY_FILE = 'key.json';

interface SplitPart {
  rows: number;
  commitment: string;
}

/**
 * Separates a diagram's labels, which students get, from its key, which they do not. There are no rows to split, so practice
 * and certification are compared with the same key.
 * @throws AssignmentInvalidError
 */
export async function splitDiagram(
  { definition, data }: Pick<LoadedAssignment, 'definition' | 'data'>,
  { labels }: NonNullable<AssignmentDefinition['diagram']>,
  { secretHex }: { secretHex: string },
): Promise<{ publicBundle: Buffer; hiddenBundle: Buffer; parts: Record<string, SplitPart>; drift: [] }> {
  const file = definition.dataset.file ?? '';
  const key = readKey(data.get(path.basename(file)), file);
  const problems = problemsOfKey(key, labels);
  if (problems.length > 0)
    throw new AssignmentInvalidError(problems.map((problem) => problemOf(file, problem)));
  const bytes = Buffer.from(JSON.stringify(key));
  const commitment = createHmac('sha256', Buffer.from(secretHex, 'hex')).update(bytes).digest('hex');
  const part = { rows: key.edges.length, commitment };
  return {
    publicBundle: await writeTar(
      new Map([['data/labels.json', Buffer.from(JSON.stringify(labels, null, 2))]]),
    ),
    hiddenBundle: await writeTar(new Map([[KEY_FILE, bytes]])),
    parts: { PUBLIC_TEST: part, PRIVATE_TEST: part },
    drift: [],
  };
}

function readKey(bytes: Buffer | undefined, file: string) {
  try {
    const key = diagramKey.safeParse(parse(bytes?.toString('utf8') ?? ''));
    if (key.success) return key.data;
    throw new AssignmentInvalidError(
      key.error.issues.map((issue) => problemOf(file, issue.message, { path: issue.path.join('.') || null })),
    );
  } catch (error) {
    if (!(error instanceof YAMLError)) throw error;
    throw new AssignmentInvalidError([problemOf(file, error.message.split('\n')[0] ?? 'not YAML')]);
  }
}
