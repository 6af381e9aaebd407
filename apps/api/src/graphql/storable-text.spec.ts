import { parse } from 'graphql';
import { assertStorable } from './storable-text.js';

const PLAIN = parse('{ viewer { id } }');
const check = (variables: Record<string, unknown>) => () => assertStorable(PLAIN, variables);

describe('text that the database cannot keep', () => {
  it.each([
    ['NUL', { words: 'a\0b' }, '"words" contains'],
    ['half of a pair', { words: 'a\ud83d' }, '"words" contains'],
    ['in an input', { input: { title: 'ok', rows: [{ note: '\0' }] } }, '"note" contains'],
    ['in a list', { input: { tags: ['ok', '\0'] } }, '"tags" contains'],
    ['in a name', { input: { settings: { 'a\0': 1 } } }, '"settings" contains'],
  ])('is refused: %s', (_what, variables, message) => {
    expect(check(variables)).toThrow(message);
  });

  it('is refused where a document brings it', () => {
    const document = parse(String.raw`{ search(words: "a\u0000b") { id } }`);
    expect(() => assertStorable(document, {})).toThrow('A text contains');
  });

  it('is nothing else', () => {
    const document = parse(String.raw`{ search(words: "a\u00e9", text: """ \u0000 """) { id } }`);
    const variables = { words: '😀\t\n', none: null, count: 1, is: true };
    expect(() => assertStorable(document, variables)).not.toThrow();
  });

  it('is found however deeply things are nested', () => {
    let nested: unknown = '\0';
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    expect(check({ nested })).toThrow('"nested" contains');
  });
});
