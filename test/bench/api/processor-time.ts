import { readdirSync, readFileSync } from 'node:fs';

/** Of /proc: how long a tick of it is. */
const TICK_MS = 10;

/** Processor time of a process and of a database server's connections. Says what a request costs, however busy the machine is. */
export class ProcessorTime {
  private readonly pid: number;
  private readonly serverPid: number;
  private before = 0;

  /** @param serverPid the process whose children serve the connections */
  constructor(pid: number, serverPid: number) {
    this.pid = pid;
    this.serverPid = serverPid;
  }

  begin(): void {
    this.before = this.now();
  }

  /** Milliseconds since it began. */
  since(): number {
    return this.now() - this.before;
  }

  private now(): number {
    const ofServer = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .filter(({ parent }) => parent === this.serverPid);
    return [statOf(this.pid), ...ofServer].reduce((sum, { ms }) => sum + ms, 0);
  }
}

function statOf(pid: number): { parent: number; ms: number } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    // It ended meanwhile.
    return { parent: 0, ms: 0 };
  }
}
