import { once } from 'node:events';
import type { Server } from 'node:http';
import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import packet from 'dns-packet';
import { Provider, type ClientMetadata } from 'oidc-provider';
import { freePort } from './free-port.js';

export interface Claims {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** A certified OpenID Connect provider on this machine. Whoever is known here signs in with any password. */
export class OidcServer {
  /** By the name that they sign in with. */
  readonly people = new Map<string, Claims>();

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  get issuer(): string {
    return `http://${this.host}`;
  }

  static async start(clients: ClientMetadata[]): Promise<OidcServer> {
    const host = `localhost:${await freePort()}`;
    const provider = new Provider(`http://${host}`, {
      clients,
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => Promise.resolve({ sub, ...oidc.people.get(sub) }),
      }),
      pkce: { required: () => true },
    });
    const server = provider.listen(Number(host.split(':')[1]), 'localhost');
    await once(server, 'listening');
    const oidc: OidcServer = new OidcServer(server, host);
    return oidc;
  }

  /** Signs in and agrees, as in a browser that begins at this address; answers where the provider leads it then. */
  async enter(address: string, name: string): Promise<URL> {
    const jar = new Map<string, string>();
    let at = new URL(address);
    let form: URLSearchParams | null = null;
    for (let step = 0; step < 12; step += 1) {
      const response: Response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
        ...(form ? { method: 'POST', body: form } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value) jar.set(key, value);
        else jar.delete(key);
      }
      const location = response.headers.get('location');
      if (location) {
        at = new URL(location, at);
        form = null;
        if (at.host !== this.host) return at;
        continue;
      }
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (!prompt || !action) throw new Error(`The provider shows no form but ${response.status}: ${page}`);
      if (name === 'nobody') {
        at = new URL(`${action}/abort`, at);
        continue;
      }
      at = new URL(action, at);
      form = new URLSearchParams({ prompt, login: name, password: 'any' });
    }
    throw new Error('The provider asks and asks.');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** A name server on this machine that knows TXT records alone. */
export class NameServer {
  readonly records = new Map<string, string>();

  private constructor(private readonly socket: Socket) {
    socket.on('message', (message, { port, address }) => {
      const query = packet.decode(message);
      const name = query.questions?.[0]?.name ?? '';
      const data = this.records.get(name);
      const answer = packet.encode({
        type: 'response',
        id: query.id ?? 0,
        questions: query.questions ?? [],
        flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | (data ? 0 : 3),
        answers: data ? [{ type: 'TXT', class: 'IN', name, ttl: 60, data }] : [],
      });
      socket.send(answer, port, address);
    });
  }

  get address(): string {
    return `127.0.0.1:${(this.socket.address() as AddressInfo).port}`;
  }

  static async start(): Promise<NameServer> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new NameServer(socket);
  }

  stop(): void {
    this.socket.close();
  }
}
