import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFile } from 'node:fs/promises';
import { SCHEMA_OPTIONS } from './graphql/schema-options.js';
import { RESOLVERS } from './resolvers.js';

/** Writes the schema as the resolvers state it; clients are built against the file. */
async function emit(target: URL): Promise<void> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  const schema = await app.get(GraphQLSchemaFactory).create([...RESOLVERS], SCHEMA_OPTIONS);
  await writeFile(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
  await app.close();
}

await emit(new URL('../schema.graphql', import.meta.url));
