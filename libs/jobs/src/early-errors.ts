import pg from 'pg';

/**
 * BullMQ makes the connection that listens by itself, and listens for its errors only a moment after it is connected. One that breaks
 * in that moment would end the whole process. It is told of once more, a turn later, when BullMQ listens and makes another.
 */
export class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.once('error', (error) => {
      this.on('error', () => undefined);
      if (this.listenerCount('error') === 1) setImmediate(() => this.emit('error', error));
    });
  }
}

/** Once a process, before a queue is made: BullMQ takes the class from the driver, and none can be handed to it. */
export function hearEarlyErrors(): void {
  pg.Client = PatientClient;
}
