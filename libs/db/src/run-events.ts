import pg from 'pg';

/** A run changed: its row, a phase or its log. Receivers read it again as their own tenant. */
export interface RunEvent {
  organizationId: string;
  runId: string;
  /** Whether it was just queued or returned to the queue. */
  isWaiting: boolean;
}

/** Somebody's notifications changed. */
export interface NotificationEvent {
  organizationId: string;
  userId: string;
}

export interface RunListenerOptions {
  url: string;
  onEvent: (event: RunEvent) => void;
  /** If left out, notifications are not listened to. */
  onNotification?: (event: NotificationEvent) => void;
  /** Events may have been missed while the connection was down: send current states again. */
  onReconnected: () => void;
  onError: (error: unknown) => void;
}

const CHANNEL = 'holdout_run';
const NOTIFICATION_CHANNEL = 'holdout_notification';
const RETRY_MS = [100, 500, 1000, 2000, 5000];

/** A LISTEN connection that reconnects by itself. */
export class RunListener {
  private client: pg.Client | null = null;
  private failures = 0;
  private isClosed = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(private readonly options: RunListenerOptions) {}

  /** @throws when the first connection cannot be made. */
  async start(): Promise<void> {
    await this.connect();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.url, keepAlive: true });
    // Without a handler, an error on an idle connection would end the whole process.
    client.on('error', (error) => this.options.onError(error));
    client.on('end', () => this.reconnectLater(client));
    client.on('notification', ({ channel, payload }) => {
      if (!payload) return;
      if (channel === CHANNEL) this.options.onEvent(JSON.parse(payload) as RunEvent);
      else this.options.onNotification?.(JSON.parse(payload) as NotificationEvent);
    });
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    if (this.options.onNotification) await client.query(`LISTEN ${NOTIFICATION_CHANNEL}`);
    this.client = client;
    this.failures = 0;
  }

  private reconnectLater(ended: pg.Client): void {
    if (this.isClosed || (this.client && this.client !== ended)) return;
    this.client = null;
    this.scheduleRetry();
  }

  private scheduleRetry(): void {
    if (this.retry) clearTimeout(this.retry);
    const delay = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.connect().then(this.options.onReconnected, (error: unknown) => {
        this.options.onError(error);
        if (!this.isClosed) this.scheduleRetry();
      });
    }, delay);
  }
}
