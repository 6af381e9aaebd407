import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { withClient } from './database.js';

/** With this the server ends its answer to a message, and its welcome. */
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');

/**
 * A connection to PostgreSQL that breaks at the worst moment: what the server answers to a message arrives together with the news
 * that it has ended the connection.
 */
export class LastWordsWire {
  private constructor(
    private readonly databaseUrl: URL,
    private readonly adminUrl: string,
    /** What a message must hold for its answer to be the last. */
    private readonly message: string,
    /** How often it still breaks. */
    public left: number,
    private readonly server = createServer((client) => this.join(client)),
  ) {}

  /** @param adminUrl of a superuser, who ends the connections */
  static async to(databaseUrl: string, adminUrl: string, breaks: { at: string; times: number }) {
    const wire = new LastWordsWire(new URL(databaseUrl), adminUrl, breaks.at, breaks.times);
    wire.server.listen(0, '127.0.0.1');
    await once(wire.server, 'listening');
    return wire;
  }

  get url(): string {
    const url = new URL(this.databaseUrl);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const server = connect(Number(this.databaseUrl.port), this.databaseUrl.hostname);
    let isLast = false;
    const held: Buffer[] = [];
    client.on('data', (chunk) => {
      isLast ||= this.left > 0 && chunk.includes(this.message);
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      const isHeld = held.length > 0 || (isLast && chunk.subarray(-READY.length).equals(READY));
      if (!isHeld) client.write(chunk);
      else if (held.push(chunk) === 1) void this.end(server);
    });
    server.on('end', () => client.end(Buffer.concat(held)));
    client.on('end', () => server.end());
    for (const socket of [client, server])
      socket.on('error', () => [client, server].forEach((s) => s.destroy()));
  }

  private async end({ localPort }: Socket): Promise<void> {
    this.left -= 1;
    await withClient(this.adminUrl, (admin) =>
      admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = $1', [
        localPort,
      ]),
    );
  }
}
