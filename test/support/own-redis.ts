import type { ChildProcess } from 'node:child_process';
import { freePort } from './free-port.js';
import { end, hasEnded, startOwn } from './own-process.js';

/** A Redis of a test's own that keeps nothing on disk: when it is killed, every ticket is gone. */
export class OwnRedis {
  private constructor(
    readonly port: number,
    private server: ChildProcess,
    private readonly password: string,
  ) {}

  /** @param password that it asks for; none without */
  static async start(password = ''): Promise<OwnRedis> {
    const port = await freePort();
    return new OwnRedis(port, await serve(port, password), password);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async kill9(): Promise<void> {
    await end(this.server, 'SIGKILL');
  }

  /** Starts it again where it was, empty. */
  async restart(): Promise<void> {
    if (hasEnded(this.server)) this.server = await serve(this.port, this.password);
  }

  async stop(): Promise<void> {
    await end(this.server, 'SIGTERM');
  }
}

async function serve(port: number, password: string): Promise<ChildProcess> {
  const args = ['--port', `${port}`, '--save', '', '--appendonly', 'no', '--requirepass', password];
  const server = startOwn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    if (said.includes('Ready to accept connections')) return server;
  }
  throw new Error(`Redis did not start:\n${said}`);
}
