import { BadUserInputError } from '@holdout/domain';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { NoSchemaIntrospectionCustomRule, type DocumentNode } from 'graphql';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { onlyOperation } from './documents.js';
import { assertWithinLimits } from './limits.js';
import { withoutPlainResolvers } from './plain-fields.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { assertStorable } from './storable-text.js';

/** More than the largest page of the web app needs. It limits the work of parsing and validating. */
const MAX_TOKENS = 3000;

@Module({
  imports: [
    GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      inject: [API_CONFIG],
      useFactory: (config: ApiConfig): MercuriusDriverConfig => ({
        autoSchemaFile: true,
        buildSchemaOptions: SCHEMA_OPTIONS,
        transformSchema: withoutPlainResolvers,
        jit: 1,
        // We register the routes ourselves: see graphql.routes.ts.
        routes: false,
        graphql: { parseOptions: { maxTokens: MAX_TOKENS } },
        validationRules: config.NODE_ENV === 'production' ? [NoSchemaIntrospectionCustomRule] : [],
        // The executor formats errors; it also ends the transaction.
        errorFormatter: (execution) => ({
          statusCode: 200,
          response: { ...execution, data: execution.data ?? null },
        }),
        hooks: {
          preExecution: async (
            _schema: unknown,
            document: DocumentNode,
            _context: unknown,
            variables?: Record<string, unknown>,
          ) => {
            const operation = onlyOperation(document);
            if (operation.operation === 'subscription')
              throw new BadUserInputError(
                'Subscriptions go over a socket (graphql-transport-ws) at this address.',
              );
            assertWithinLimits(document, operation, variables ?? {});
            assertStorable(document, variables ?? {});
          },
        },
      }),
    }),
  ],
})
export class HoldoutGraphqlModule {}
