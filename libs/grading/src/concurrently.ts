/**
 * Run tasks in order, at most `limit` at a time. After the first failure no further task starts; `stop` is called so that
 * those under way can end early, all are waited for, and the first failure is thrown.
 */
export async function concurrently(
  limit: number,
  tasks: readonly (() => Promise<void>)[],
  stop: () => void,
): Promise<void> {
  const waiting = [...tasks];
  let failure: { error: unknown } | undefined;
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task && !failure; task = waiting.shift()) {
      try {
        await task();
      } catch (error) {
        if (!failure) {
          failure = { error };
          stop();
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, work));
  if (failure) throw failure.error;
}
