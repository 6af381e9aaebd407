import { setTimeout as sleep } from 'node:timers/promises';

/** @throws with `describe()` when it does not become true in time */
export async function untilTrue(
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs: number,
  describe: () => string,
): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await isTrue()); await sleep(30)) {
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs} ms:\n${describe()}`);
  }
}
