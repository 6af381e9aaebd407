/** One grading: how long it took from outside, and how much of that was the student's own train and hidden predict. */
export interface Timing {
  totalMs: number;
  studentMs: number;
  /** Where the time went, by name. */
  parts?: Readonly<Record<string, number>>;
}

/** A way to grade the same submission. */
export interface GradingPath {
  grade(place?: number): Promise<Timing>;
}

export function overheadOf({ totalMs, studentMs }: Timing): number {
  return totalMs - studentMs;
}

/** Grade `count` times, at most `limit` at the same time. */
export async function atOnce(
  path: GradingPath,
  count: number,
  limit: number,
): Promise<{ timings: Timing[]; perMinute: number }> {
  const timings: Timing[] = [];
  let next = 0;
  const started = performance.now();
  const work = async (): Promise<void> => {
    while (next < count) timings.push(await path.grade(next++));
  };
  await Promise.all(Array.from({ length: limit }, work));
  return { timings, perMinute: (count * 60_000) / (performance.now() - started) };
}
