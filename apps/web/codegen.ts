import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { apart } from './codegen-apart';

const schema = process.env.GRAPHQL_SCHEMA ?? fileURLToPath(new URL('../api/schema.graphql', import.meta.url));
if (!existsSync(schema))
  throw new Error(`No schema at ${schema}. Build the api first, or set GRAPHQL_SCHEMA.`);

const config: CodegenConfig = {
  schema,
  documents: 'src/features/**/*.graphql',
  generates: {
    'src/generated/': {
      preset: apart,
      // A session sends the hash of a document; the API is given the list of them.
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashPropertyName: 'documentId' } },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        // Text is a third of a parsed document, and the browser sends it as it is.
        documentMode: 'string',
        avoidOptionals: { field: true },
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
