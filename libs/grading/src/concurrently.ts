interface Failing {
  /** Called after a failure that stands, so that tasks under way can end early. */
  stop: () => void;
  /** A failure that gives way to another one: tasks under way go on, since they decide. */
  givesWay: (error: unknown) => boolean;
}

/**
 * Run tasks in order, at most `limit` at a time. After the first failure no further task starts, and all under way are waited
 * for. The first failure that gives way to none is thrown, else the first.
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
