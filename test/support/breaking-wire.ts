import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A connection to a server on this machine that can break: it passes bytes both ways until the client has sent so
 * many, then cuts every connection and refuses new ones until it is mended.
 */
export class BreakingWire {
  private readonly sockets = new Set<Socket>();
  private sent = 0;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    private breaksAfter: number,
  ) {}

  /** @param breaksAfter bytes from clients, of all connections together */
  static async to(url: string, breaksAfter: number): Promise<BreakingWire> {
    const server = createServer();
    const wire = new BreakingWire(server, Number(new URL(url).port), breaksAfter);
    server.on('connection', (client) => wire.join(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Bytes that clients sent through it since it was made or mended. */
  get sentBytes(): number {
    return this.sent;
  }

  mend(): void {
    this.sent = 0;
    this.breaksAfter = Infinity;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.sent > this.breaksAfter) {
      client.destroy();
      return;
    }
    const server = connect(this.port, '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
    server.pipe(client);
    client.on('data', (chunk: Buffer) => {
      this.sent += chunk.length;
      if (this.sent > this.breaksAfter) return this.cut();
      if (!server.write(chunk)) client.pause();
    });
    server.on('drain', () => client.resume());
  }

  private cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
