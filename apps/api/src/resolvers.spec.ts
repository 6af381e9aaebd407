import 'reflect-metadata';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { ACCESS } from './operation/access.js';
import { RESOLVERS } from './resolvers.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
  (root) => Object.keys(root?.getFields() ?? {}),
);

/** Handlers that state who may use them, by name. */
const stated = RESOLVERS.flatMap(({ prototype }) =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    typeof value === 'function' && Reflect.getMetadata(ACCESS, value as object) ? [name] : [],
  ),
);

describe('the resolvers', () => {
  it.each(operations)('say who may use %s', (name) => {
    expect(stated).toContain(name);
  });
});
