import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../settings/paths.js';
import { ALL_OPERATIONS } from './all-operations.js';

const schema = buildSchema(readFileSync(path.join(CHECKOUT, 'apps/api/schema.graphql'), 'utf8'));

it.each(ALL_OPERATIONS)('%s asks only for what the server offers', (_name, { document }) => {
  expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([]);
});

it('are, word by word, what the server was told that this program asks', () => {
  const told = JSON.parse(readFileSync(path.join(CHECKOUT, 'apps/cli/documents.json'), 'utf8')) as object;
  const asked = new Set(ALL_OPERATIONS.map(([, { document }]) => document));
  expect(new Set<unknown>(Object.values(told))).toEqual(asked);
});
