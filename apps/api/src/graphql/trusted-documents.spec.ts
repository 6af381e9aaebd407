import { readFileSync } from 'node:fs';
import { READING, TrustedDocuments } from './trusted-documents.js';

const built = Object.values(
  JSON.parse(
    readFileSync(new URL('../../../web/src/generated/persisted-documents.json', import.meta.url), 'utf8'),
  ) as Record<string, string>,
);
const named = (name: string): string =>
  built.find((text) => new RegExp(`\\bquery ${name}\\b`).test(text)) ?? '';

describe('operations that only read', () => {
  const documents = TrustedDocuments.builtWith('nobody');

  it('are operations that the web was built with', () => {
    expect(READING.filter((name) => !documents.onlyRead(named(name)))).toEqual([]);
  });

  it('are no others: neither changes, nor a page whose reader goes on record, nor what somebody else calls by their name', () => {
    expect(documents.onlyRead(named('Review'))).toBe(false);
    expect(built.filter((text) => /\bmutation /.test(text) && documents.onlyRead(text))).toEqual([]);
    expect(documents.onlyRead('query Roadmap { run(id: "x") { id } }')).toBe(false);
  });
});
