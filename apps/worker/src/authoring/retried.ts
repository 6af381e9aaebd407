import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxUnavailableError } from '@holdout/sandbox';

const TRIES = 3;
const RETRY_MS = 5_000;

/** Retries faults of the machine a few times, because the author cannot do anything about them. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SandboxUnavailableError) || attempt === TRIES) throw error;
      await sleep(RETRY_MS);
    }
  }
}
