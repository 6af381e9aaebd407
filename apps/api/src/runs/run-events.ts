import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { RunListener, type NotificationEvent } from '@holdout/db';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { WakeUps } from './wake-ups.js';

/** Tells readers of a run that it changed, and people that their notifications did. One database connection serves all of them. */
@Injectable()
export class RunEvents implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RunEvents.name);
  private readonly readers = new Map<string, Set<WakeUps>>();
  private readonly listener: RunListener;

  constructor(@Inject(API_CONFIG) config: ApiConfig) {
    this.listener = new RunListener({
      url: config.API_DATABASE_URL,
      onEvent: ({ runId }) => this.wake(this.readers.get(runId)),
      onNotification: (person) => this.wake(this.readers.get(keyOf(person))),
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
    return this.readerOf(runId);
  }

  /** Wakes at once, and then whenever this person's notifications change. End it with `return()`. */
  ofPerson(organizationId: string, userId: string): WakeUps {
    return this.readerOf(keyOf({ organizationId, userId }));
  }

  private readerOf(key: string): WakeUps {
    const readers = this.readers.get(key) ?? new Set();
    this.readers.set(key, readers);
    const reader: WakeUps = new WakeUps(() => {
      readers.delete(reader);
      if (readers.size === 0 && this.readers.get(key) === readers) this.readers.delete(key);
    });
    readers.add(reader);
    return reader;
  }

  private wake(readers: ReadonlySet<WakeUps> | undefined): void {
    for (const reader of readers ?? []) reader.wake();
  }
}

function keyOf({ organizationId, userId }: NotificationEvent): string {
  return `${organizationId} ${userId}`;
}
