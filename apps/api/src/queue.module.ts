import { Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { JobQueues } from '@holdout/jobs';
import { API_CONFIG, type ApiConfig } from './settings.js';

/** Where tickets are added. */
@Module({
  providers: [
    {
      provide: JobQueues,
      inject: [API_CONFIG],
      useFactory: (config: ApiConfig) => {
        const logger = new Logger(JobQueues.name);
        return new JobQueues({
          databaseUrl: config.QUEUE_DATABASE_URL,
          redisUrl: config.REDIS_URL,
          onError: (error) => logger.warn({ err: error }, 'The queue lost its connection; it comes back.'),
        });
      },
    },
  ],
  exports: [JobQueues],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueues) private readonly queues: JobQueues) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
