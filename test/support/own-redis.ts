import type { ChildProcess } from 'node:child_process';
import { freePort } from './free-port.js';
import { end, hasEnded, startOwn } from './own-process.js';

/** A Redis of a test's own that keeps nothing on disk: when it is killed, every ticket is gone. */
export class OwnRedis {
  private constructor(
    readonly port: number,
    private server: ChildProcess,
  ) {}

  static async start(): Promise<OwnRedis> {
    const port = await freePort();
    return new OwnRedis(port, await serve(port));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async kill9(): Promise<void> {
    await end(this.server, 'SIGKILL');
  }

  /** Starts it again where it was, empty. */
  async restart(): Promise<void> {
    if (hasEnded(this.server)) this.server = await serve(this.port);
  }

  async stop(): Promise<void> {
    await end(this.server, 'SIGTERM');
  }
}

async function serve(port: number): Promise<ChildProcess> {
  const server = startOwn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    if (said.includes('Ready to accept connections')) return server;
  }
  throw new Error(`Redis did not start:\n${said}`);
}
