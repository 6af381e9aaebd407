import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../settings/paths.js';
import * as artifacts from './artifacts.js';
import * as authoring from './authoring.js';
import * as documents from './documents.js';
import * as reproductions from './reproductions.js';
import * as run from './run.js';

const schema = buildSchema(readFileSync(path.join(CHECKOUT, 'apps/api/schema.graphql'), 'utf8'));
const operations = Object.entries({ ...documents, ...run, ...authoring, ...reproductions, ...artifacts });

it.each(operations)('%s asks only for what the server offers', (_name, { document }) => {
  expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([]);
});
