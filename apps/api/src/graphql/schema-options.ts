import type { BuildSchemaOptions } from '@nestjs/graphql';

/** The server and the written schema are built alike. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = { dateScalarMode: 'isoDate', numberScalarMode: 'float' };
