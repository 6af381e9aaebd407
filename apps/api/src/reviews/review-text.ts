import { BadUserInputError } from '@holdout/domain';

const MAX_CHARACTERS = 4000;
const MAX_PATH = 500;

/** @throws BadUserInputError */
export function checkedComment(text: string, field: string): string {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_CHARACTERS) {
    throw new BadUserInputError(
      `A comment has 1 to ${MAX_CHARACTERS} characters; this one has ${trimmed.length}.`,
      {
        field,
        limit: MAX_CHARACTERS,
      },
    );
  }
  return trimmed;
}

/** @throws BadUserInputError */
export function checkedPath(file: string | null | undefined): string | null {
  if (file == null) return null;
  if (file.length === 0 || file.length > MAX_PATH)
    throw new BadUserInputError(`A file's path has 1 to ${MAX_PATH} characters.`, {
      field: 'file',
      limit: MAX_PATH,
    });
  return file;
}

/** @throws BadUserInputError */
export function checkedLine(file: string | null | undefined, line: number | null | undefined): number | null {
  if (line == null) return null;
  if (file == null) throw new BadUserInputError('A line needs the file that it is in.', { field: 'file' });
  if (line < 1) throw new BadUserInputError('Lines are counted from 1.', { field: 'line', limit: 1 });
  return line;
}
