import { readFileSync } from 'node:fs';

const APPS = new URL('../../apps/', import.meta.url);

/** Texts by id, of a file that an app was built with. */
export function readDocuments(file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(file, APPS), 'utf8')) as Record<string, string>;
}

/** By which the web asks an operation of its own. */
export function documentIdNamed(operation: string): string {
  const documents = Object.entries(readDocuments('web/src/generated/persisted-documents.json'));
  const named = new RegExp(`\\b(query|mutation|subscription) ${operation}\\b`);
  const found = documents.find(([, text]) => named.test(text));
  if (!found) throw new Error(`The web has no operation ${operation}.`);
  return found[0];
}

/** The text of it, as the web asks it. */
export const documentNamed = (operation: string): string =>
  readDocuments('web/src/generated/persisted-documents.json')[documentIdNamed(operation)] ?? '';
