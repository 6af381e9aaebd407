import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { World } from '../command-context.js';
import { InterruptedError, UsageError } from '../errors.js';

/** Asks at the terminal, or reads one line per question from a pipe. */
export class Prompt {
  private readonly lines: AsyncIterator<string>;
  private readonly reader: ReturnType<typeof createInterface>;
  private isHidden = false;

  constructor(private readonly world: Pick<World, 'stdin' | 'stderr' | 'signal'>) {
    const echo = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.isHidden) world.stderr.write(chunk.toString());
        done();
      },
    });
    this.reader = createInterface({ input: world.stdin, output: echo, terminal: Boolean(world.stdin.isTTY) });
    // In raw mode Ctrl-C is a key, not a signal.
    this.reader.on('SIGINT', () => this.reader.close());
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  /** @throws InterruptedError when the input ends. */
  async ask(question: string, fallback?: string): Promise<string> {
    this.world.stderr.write(fallback ? `${question} [${fallback}]: ` : `${question}: `);
    const answer = (await this.next()).trim() || fallback;
    if (!answer) throw new UsageError(`${question}: an answer is needed.`);
    return answer;
  }

  /** Ask without showing what is typed. */
  async askHidden(question: string): Promise<string> {
    this.world.stderr.write(`${question}: `);
    this.isHidden = true;
    try {
      const answer = await this.next();
      if (answer === '') throw new UsageError(`${question}: an answer is needed.`);
      return answer;
    } finally {
      this.isHidden = false;
      this.world.stderr.write('\n');
    }
  }

  close(): void {
    this.reader.close();
  }

  private async next(): Promise<string> {
    const { done, value } = await this.lines.next();
    if (done)
      throw new InterruptedError('The input ended before everything was answered. Nothing was changed.');
    return value;
  }
}
