import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface WireOptions {
  /** Bytes from clients, of all connections together, after which it cuts itself. @default never */
  breaksAfter?: number;
  /** Where it listens. @default 127.0.0.1 */
  host?: string;
}

/**
 * A connection to a server on this machine that can break. It passes bytes both ways until it is cut (connections end, new
 * ones are refused) or falls silent (connections stay, and nothing arrives), and again once it is mended.
 */
export class BreakingWire {
  private readonly sockets = new Set<Socket>();
  private sent = 0;
  private isCut = false;
  private isSilent = false;

  private constructor(
    private readonly server: Server,
    /** The port of the server behind it, which may come back on another one. */
    public target: number,
    private breaksAfter: number,
  ) {}

  static async to(target: number, { breaksAfter = Infinity, host = '127.0.0.1' }: WireOptions = {}) {
    const server = createServer();
    const wire = new BreakingWire(server, target, breaksAfter);
    server.on('connection', (client) => wire.join(client));
    server.listen(0, host);
    await once(server, 'listening');
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Bytes that clients sent through it since it was made or mended. */
  get sentBytes(): number {
    return this.sent;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** What is sent meanwhile arrives once it is mended. */
  fallSilent(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.pause();
  }

  mend(): void {
    this.sent = 0;
    this.breaksAfter = Infinity;
    this.isCut = false;
    this.isSilent = false;
    for (const socket of this.sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    if (this.isCut) {
      client.destroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    this.forward(client, server, ({ length }) => {
      this.sent += length;
      if (this.sent > this.breaksAfter) this.cut();
    });
    this.forward(server, client);
  }

  private forward(from: Socket, to: Socket, onChunk?: (chunk: Buffer) => void): void {
    this.sockets.add(from);
    if (this.isSilent) from.pause();
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroySoon(); // what it was sent still arrives
    });
    from.on('data', (chunk: Buffer) => {
      onChunk?.(chunk);
      if (!this.isCut && !to.write(chunk)) from.pause();
    });
    to.on('drain', () => {
      if (!this.isSilent) from.resume();
    });
  }
}
