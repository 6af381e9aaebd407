import { AI_USES, BadUserInputError, ForbiddenError, type RunKind } from '@holdout/domain';
import { z } from 'zod';
import type { ShownDefinition } from '../assignments/definition.js';
import { isStaff, type Member } from '../operation/viewer.js';
import type { DeclarationInput } from './submissions.inputs.js';

type SubmittableKind = 'PRACTICE' | 'CERTIFICATION' | 'DRY_RUN';
const MAX_HELP_CHARACTERS = 4000;

/** @throws BadUserInputError, ForbiddenError */
export function submittableKind(member: Member, kind: RunKind): SubmittableKind {
  switch (kind) {
    case 'PRACTICE':
    case 'CERTIFICATION':
      return kind;
    case 'DRY_RUN':
      if (!isStaff(member))
        throw new ForbiddenError('A dry run is for instructors. Submit a practice run instead.');
      return kind;
    case 'REGRADE':
    case 'REPRODUCTION':
      throw new BadUserInputError('Only practice and certification runs can be submitted.', {
        field: 'kind',
      });
  }
}

/** @throws BadUserInputError */
export function checkedDeclaration(declaration: DeclarationInput | null) {
  if (!declaration) return null;
  if (declaration.help.length > MAX_HELP_CHARACTERS) {
    throw new BadUserInputError(`Describe the help you had in ${MAX_HELP_CHARACTERS} characters at most.`, {
      field: 'declaration.help',
      limit: MAX_HELP_CHARACTERS,
    });
  }
  return { aiUse: declaration.aiUse, help: declaration.help, isOwnWork: declaration.isOwnWork ?? false };
}

const declaration = z.object({
  aiUse: z.enum(AI_USES),
  help: z.string(),
  isOwnWork: z.boolean().default(false),
  policy: z.string().nullable().default(null),
});

/**
 * The size limits of an archive.
 * @throws BadUserInputError if the assignment takes a drawing instead
 */
export function archiveLimits({ title }: { title: string }, { limits, diagram }: ShownDefinition) {
  if (!diagram) return limits;
  const message = `"${title}" is a drawing, not an archive. Hand it in from its page, or give holdout submit the diagram file.`;
  throw new BadUserInputError(message, { field: 'assignmentSlug' });
}

/** The declaration of a submission; null if there was none. */
export function shownDeclaration(json: unknown) {
  return declaration.nullish().catch(null).parse(json) ?? null;
}
