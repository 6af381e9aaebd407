import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { RunListener } from '@holdout/db';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { WakeUps } from './wake-ups.js';

/** Tells readers of a run that it changed. One database connection serves all of them. */
@Injectable()
export class RunEvents implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RunEvents.name);
  private readonly readers = new Map<string, Set<WakeUps>>();
  private readonly listener: RunListener;

  constructor(@Inject(API_CONFIG) config: ApiConfig) {
    this.listener = new RunListener({
      url: config.API_DATABASE_URL,
      onEvent: ({ runId }) => this.wake(this.readers.get(runId)),
      // Events may be lost while the connection is down: everybody looks again.
      onReconnected: () => {
        for (const readers of this.readers.values()) this.wake(readers);
      },
      onError: (error) =>
        this.logger.warn({ err: error }, 'The connection for live events broke; it comes back.'),
    });
  }

  async onModuleInit(): Promise<void> {
    await this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const readers of this.readers.values()) for (const reader of [...readers]) await reader.return();
    await this.listener.close();
  }

  /** Wakes at once, and then whenever the run's row, phases or log change. End it with `return()`. */
  of(runId: string): WakeUps {
    const readers = this.readers.get(runId) ?? new Set();
    this.readers.set(runId, readers);
    const reader: WakeUps = new WakeUps(() => {
      readers.delete(reader);
      if (readers.size === 0 && this.readers.get(runId) === readers) this.readers.delete(runId);
    });
    readers.add(reader);
    return reader;
  }

  private wake(readers: ReadonlySet<WakeUps> | undefined): void {
    for (const reader of readers ?? []) reader.wake();
  }
}
