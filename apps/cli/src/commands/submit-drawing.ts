import type { RunKind } from '@holdout/domain';
import { request, withKey, type Access } from '../api/client.js';
import { submitDrawingMutation, type NewSubmission } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { fetchKit } from '../local/kit.js';
import { assignmentOfDrawing, checkedDrawing, type DrawingFile } from '../project/drawing-file.js';
import { labelsOf } from './drawing-labels.js';
import { sayPolicy, type Declaration } from './integrity.js';
import { publishedAssignment } from './published-assignment.js';

interface Options {
  assignment?: string;
  declaration: Declaration | null;
}

/** Hands a drawing in. It is checked here first, by the same rules as on the server. */
export async function submitDrawing(
  context: CommandContext,
  file: DrawingFile,
  kind: RunKind,
  { assignment, declaration }: Options,
): Promise<{ access: Access; submission: NewSubmission }> {
  const access = withKey(await context.settings());
  const slug = assignment ?? assignmentOfDrawing(file);
  const published = await publishedAssignment(access, slug);
  sayPolicy(context.screen, published.version.integrityPolicy, declaration);
  const kit = await fetchKit(access, published);
  const { nodes, edges } = checkedDrawing(file, slug, labelsOf(kit));
  const input = { assignmentSlug: slug, nodes, edges, kind, declaration };
  return { access, submission: (await request(access, submitDrawingMutation, { input })).submitDrawing };
}
