import { readFileSync } from 'node:fs';
import { parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { assertWithinLimits } from './limits.js';

const LIMITS = { depth: 4, aliases: 2, repeats: 2, cost: 50, pageSize: 10 };

function check(source: string | DocumentNode, variables: Record<string, unknown> = {}): void {
  const document = typeof source === 'string' ? parse(source) : source;
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  );
  if (!operation) throw new Error('no operation');
  assertWithinLimits(document, operation, variables, LIMITS);
}

describe('limits of a query', () => {
  it('lets a modest one through', () => {
    expect(() => check('{ runs(first: 10) { edges { node { id } } } }')).not.toThrow();
  });

  it('refuses one that is nested too deeply, also through fragments', () => {
    expect(() => check('{ a { b { c { d { e } } } } }')).toThrow(/nested too deeply: 5/);
    expect(() => check('{ a { ...B } } fragment B on X { b { c { d { e } } } }')).toThrow(
      /nested too deeply: 5/,
    );
  });

  it('refuses many aliases, also of __typename', () => {
    expect(() => check('{ a: __typename b: __typename c: __typename }')).toThrow(/too many aliases: 3/);
  });

  it('refuses fields that are repeated beside themselves, wherever that is', () => {
    expect(() => check('{ id id x { id } y { id id } }')).not.toThrow();
    expect(() => check('{ id id x { ...A } y { ...A } } fragment A on X { id id }')).toThrow(
      /repeats fields: 3/,
    );
  });

  it('counts a fragment wherever it is spread', () => {
    expect(() => check('{ x { ...A } y { ...A } } fragment A on X { p: id q: id }')).toThrow(/aliases: 4/);
  });

  it('multiplies by page sizes, also from variables', () => {
    expect(() => check('query($n: Int) { runs(first: $n) { a b c d e f } }', { n: 10 })).toThrow(
      /costs too much: 61/,
    );
  });

  it('multiplies by what a variable is by default, and by the largest page where nothing says how large', () => {
    const source = 'query($n: Int = 9) { runs(first: $n) { a b c d e f } }';
    expect(() => check(source)).toThrow(/costs too much: 55/);
    expect(() => check(source, { n: 2 })).not.toThrow();
    expect(() => check('query($n: Int = 11) { runs(first: $n) { a } }')).toThrow(/may be 1 to 10/);
    for (const unsaid of [
      'query($n: Int) { runs(first: $n) { a b c d e f } }',
      '{ runs(first: null) { a b c d e f } }',
    ])
      expect(() => check(unsaid)).toThrow(/costs too much: 61/);
  });

  it('lets through whatever the apps were built to ask, with the largest pages', () => {
    const texts = ['web/src/generated/persisted-documents.json', 'cli/documents.json'].flatMap((file) =>
      Object.values(
        JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')) as Record<
          string,
          string
        >,
      ),
    );
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      const document = parse(text);
      const [operation] = document.definitions as OperationDefinitionNode[];
      if (operation) assertWithinLimits(document, operation, {});
    }
  });

  it('measures a document again when a page is to have another size', () => {
    const document = parse('query($n: Int, $a: String) { runs(first: $n, after: $a) { a b c d e f } }');
    expect(() => check(document, { n: 2 })).not.toThrow();
    expect(() => check(document, { n: 2, a: 'x' })).not.toThrow();
    expect(() => check(document, { n: 10 })).toThrow(/costs too much: 61/);
    expect(() => check(document, { n: 11 })).toThrow(/may be 1 to 10/);
    expect(() => check(document, { n: 2 })).not.toThrow();
  });

  it('measures each operation of a document by itself', () => {
    const document = parse('query A { a } query B { a { b { c { d { e } } } } }');
    const [small, large] = document.definitions as OperationDefinitionNode[];
    if (!small || !large) throw new Error('The document has two operations.');
    expect(() => assertWithinLimits(document, small, {}, LIMITS)).not.toThrow();
    expect(() => assertWithinLimits(document, large, {}, LIMITS)).toThrow(/nested too deeply/);
  });

  it('refuses a page that is too large or empty', () => {
    expect(() => check('{ runs(first: 11) { id } }')).toThrow(/may be 1 to 10/);
    expect(() => check('query($n: Int) { runs(first: $n) { id } }', { n: 0 })).toThrow(/may be 1 to 10/);
  });
});
