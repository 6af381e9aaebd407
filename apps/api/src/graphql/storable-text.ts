import { BadUserInputError } from '@holdout/domain';
import { Kind, visit, type DocumentNode } from 'graphql';

const NUL = '\0';

/**
 * Refuses text that the database cannot store: the character NUL and unpaired surrogates.
 * @throws BadUserInputError naming the field
 */
export function assertStorable(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  // A worklist instead of recursion: deeply nested input must not overflow the stack.
  const left = Object.entries(variables);
  for (let entry = left.pop(); entry; entry = left.pop()) {
    const [field, value] = entry;
    if (typeof value === 'string') assertText(value, field);
    else if (Array.isArray(value)) for (const each of value) left.push([field, each]);
    else if (value !== null && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) {
        assertText(name, field);
        left.push([name, each]);
      }
  }
  // Only an escape sequence can bring such a character into a document, and few documents have one.
  if (document.loc?.source.body.includes('\\u'))
    visit(document, { [Kind.STRING]: ({ value }) => assertText(value) });
}

function assertText(text: string, field?: string): void {
  if (!text.includes(NUL) && text.isWellFormed()) return;
  throw new BadUserInputError(
    `${field === undefined ? 'A text' : `"${field}"`} contains an invalid character (NUL, or half of a surrogate pair). Remove it.`,
    field === undefined ? {} : { field },
  );
}
