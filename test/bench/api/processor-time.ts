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
    const live = [statOf(this.pid), ...ofServer].reduce((sum, { ms }) => sum + ms, 0);
    // What a connection took stays when it is closed, which a pool does as it likes.
    return live + statOf(this.serverPid).endedMs;
  }
}

interface Stat {
  parent: number;
  ms: number;
  /** Of its children that have ended. */
  endedMs: number;
}

function statOf(pid: number): Stat {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (...at: number[]) => at.reduce((sum, one) => sum + Number(fields[one]), 0);
    return { parent: Number(fields[1]), ms: ticks(11, 12) * TICK_MS, endedMs: ticks(13, 14) * TICK_MS };
  } catch {
    // It ended meanwhile.
    return { parent: 0, ms: 0, endedMs: 0 };
  }
}
