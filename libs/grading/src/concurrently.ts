interface Failing {
  /** Called after a failure that decides the result, so that the other tasks can end early. */
  stop: () => void;
  /**
   * Whether another failure would take precedence over this one. Then the other tasks continue, because they decide the
   * result.
   */
  givesWay: (error: unknown) => boolean;
}

/**
 * Runs tasks in order, at most `limit` at a time. After the first failure no more tasks start, and all running ones are
 * awaited. Throws the first failure that gives way to no other, or else the first failure.
 */
export async function concurrently(
  limit: number,
  tasks: readonly (() => Promise<void>)[],
  { stop, givesWay }: Failing,
): Promise<void> {
  const waiting = [...tasks];
  const failures: { error: unknown; stands: boolean }[] = [];
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task && failures.length === 0; task = waiting.shift()) {
      try {
        await task();
      } catch (error) {
        const stands = !givesWay(error);
        if (stands && !failures.some((earlier) => earlier.stands)) stop();
        failures.push({ error, stands });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, work));
  const [decisive] = [...failures.filter(({ stands }) => stands), ...failures];
  if (decisive) throw decisive.error;
}
