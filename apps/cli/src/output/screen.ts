import pc from 'picocolors';
import type { Env } from '../settings/paths.js';

type Colors = ReturnType<typeof pc.createColors>;

/** A stream of a terminal or a file. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where output goes: results to stdout, progress and errors to stderr. With `--json` nothing but the object is said. */
export class Screen {
  readonly style: Colors;
  /** A bar that moves may be drawn. */
  readonly isLive: boolean;

  constructor(
    private readonly stdout: Sink,
    readonly stderr: Sink,
    env: Env,
    readonly isJson: boolean,
  ) {
    const wantsColor = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
    this.style = pc.createColors(wantsColor || Boolean(env.FORCE_COLOR));
    this.isLive = Boolean(stderr.isTTY) && !isJson && env.TERM !== 'dumb';
  }

  /** A line of the result, for people. */
  say(line = ''): void {
    if (!this.isJson) this.stdout.write(`${line}\n`);
  }

  /** A line about what is going on, for people. */
  note(line: string): void {
    if (!this.isJson) this.stderr.write(`${line}\n`);
  }

  /** A line that must be seen, with `--json` too. */
  warn(line: string): void {
    this.stderr.write(`${line}\n`);
  }

  /** The one object of `--json`. */
  json(value: unknown): void {
    this.stdout.write(`${JSON.stringify(value)}\n`);
  }
}
