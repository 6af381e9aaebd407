import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, chmodSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The time of day as some programs see it, set by libfaketime: what NTP or an operator does to a machine's clock, done to
 * these alone. Time that passes is not touched, as it is not when a real clock jumps.
 */
export class FakedClock {
  private readonly file = path.join(mkdtempSync(path.join(tmpdir(), 'holdout-clock-')), 'offset');

  constructor() {
    chmodSync(path.dirname(this.file), 0o755); // PostgreSQL's user reads it as well
    this.jump(0);
  }

  /** What a program is started with to live by this clock. */
  get env(): Record<string, string> {
    return {
      LD_PRELOAD: execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], {
        encoding: 'utf8',
      }).trim(),
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_CACHE_DURATION: '0', // whole seconds, rounded down: it looks once a second
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** From a second later on these programs are so many seconds ahead of the machine; behind it, where negative. */
  jump(seconds: number): void {
    writeFileSync(this.file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  }

  async remove(): Promise<void> {
    await rm(path.dirname(this.file), { recursive: true, force: true });
  }
}
