import { readFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithUs } from './end-with-us.mjs';
import { BreakingWire } from './breaking-wire.js';
import { addTemplate, adminUrlAt, startTestServer } from './migrated-server.mjs';

/** A PostgreSQL of a test's own, behind a wire: its clients find it at the same address after it was killed. */
export class OwnPostgres {
  private callOff: () => void;

  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    private server: Awaited<ReturnType<typeof startTestServer>>,
    readonly wire: BreakingWire,
  ) {
    this.callOff = endWithUs(server.pid, folder);
  }

  /** @param env what it is started with besides, such as a clock */
  static async start(folder: string, env: Readonly<Record<string, string>> = {}): Promise<OwnPostgres> {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    const whole = { ...process.env, ...env };
    const server = await startTestServer(folder, whole);
    await addTemplate(adminUrlAt(server.port));
    return new OwnPostgres(folder, whole, server, await BreakingWire.to(server.port));
  }

  get adminUrl(): string {
    return adminUrlAt(this.wire.port);
  }

  get isUp(): boolean {
    return isRunning(this.server.pid);
  }

  /** Ends the server and all its processes as a power cut would. */
  async kill9(): Promise<void> {
    const { pid } = this.server;
    if (!this.isUp) return;
    process.kill(pid, 'SIGSTOP'); // it starts no more, and does not see the others die
    const all = [pid, ...childrenOf(pid)];
    for (const each of all) if (isRunning(each)) process.kill(each, 'SIGKILL');
    while (all.some(isRunning)) await sleep(20);
  }

  /** Starts it where none runs; it then recovers what was committed. */
  async restart(): Promise<void> {
    if (this.isUp) return;
    this.callOff();
    this.server = await startTestServer(this.folder, this.env);
    this.callOff = endWithUs(this.server.pid, this.folder);
    this.wire.target = this.server.port;
  }

  async stop(): Promise<void> {
    await this.wire.close();
    await this.server.stop();
    this.callOff();
  }
}

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return listed ? listed.split(' ').map(Number) : [];
}

/** What has ended and waits to be reaped does not run. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false; // no such process
  }
}
