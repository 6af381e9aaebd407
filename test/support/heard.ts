import type { Client } from 'graphql-ws';
import type { Answer } from './api-lab.js';

/** What a stream sent so far, and a way to wait for the next of it. */
export class Heard<T> {
  readonly answers: Answer<T>[] = [];
  hasEnded = false;
  private wake: (() => void)[] = [];

  constructor(
    client: Client,
    query: string,
    variables: Record<string, unknown>,
    extensions: Record<string, unknown> = {},
  ) {
    client.subscribe<T>(
      { query, variables, extensions },
      {
        next: (answer) => this.notice(() => this.answers.push(answer as Answer<T>)),
        error: (errors) => this.notice(() => this.answers.push({ errors } as Answer<T>)),
        complete: () => this.notice(() => (this.hasEnded = true)),
      },
    );
  }

  /** @throws when it does not come true within three seconds */
  async until(isTrue: (heard: this) => boolean): Promise<void> {
    const deadline = Date.now() + 3000;
    while (!isTrue(this)) {
      if (Date.now() > deadline) throw new Error(`Only this was heard: ${JSON.stringify(this.answers)}`);
      await Promise.race([
        new Promise<void>((resolve) => this.wake.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, 100)),
      ]);
    }
  }

  get last(): Answer<T> | undefined {
    return this.answers.at(-1);
  }

  private notice(change: () => void): void {
    change();
    for (const wake of this.wake.splice(0)) wake();
  }
}
