import type { BuildSchemaOptions } from '@nestjs/graphql';

/** Shared by the server and the script that writes the schema file, so that both build the same schema. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = { dateScalarMode: 'isoDate', numberScalarMode: 'float' };
