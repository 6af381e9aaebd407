import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Database, PersonalData, createDatabase } from '@holdout/db';
import { createRegistry } from '@holdout/telemetry';
import { Registry } from 'prom-client';
import { contentPlaceOf } from '@holdout/config';
import { ArtifactStore, BlobStore, storesIn, type Stores } from '@holdout/storage';
import { ApiMetrics } from './metrics/api-metrics.js';
import { API_CONFIG, type ApiConfig } from './settings.js';

const STORES = Symbol('stores');

/** What every feature needs: settings, database, stored content. */
@Global()
@Module({})
export class InfrastructureModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(config: ApiConfig): DynamicModule {
    return {
      module: InfrastructureModule,
      providers: [
        { provide: API_CONFIG, useValue: config },
        { provide: Registry, useFactory: createRegistry },
        ApiMetrics,
        {
          provide: Database,
          useFactory: () =>
            createDatabase({ url: config.API_DATABASE_URL, max: 20, applicationName: 'holdout-api' }),
        },
        { provide: PersonalData, useFactory: () => new PersonalData(config.HOLDOUT_DEPLOYMENT_SECRET) },
        { provide: STORES, useFactory: () => storesIn(contentPlaceOf(config)) },
        { provide: BlobStore, useFactory: ({ blobs }: Stores) => blobs, inject: [STORES] },
        { provide: ArtifactStore, useFactory: ({ artifacts }: Stores) => artifacts, inject: [STORES] },
      ],
      exports: [API_CONFIG, Registry, ApiMetrics, Database, PersonalData, BlobStore, ArtifactStore],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
