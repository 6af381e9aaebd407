export interface Ahead {
  /** Expected wall-clock seconds of each run that is taken earlier. */
  waiting: readonly number[];
  /** Expected remaining wall-clock seconds of each run being worked on. */
  running: readonly number[];
  /** Runs that live workers can take at once. */
  slots: number;
}

/** Estimated seconds until a run is taken; null when no worker is up. A free slot means no wait at all. */
export function waitingSeconds({ waiting, running, slots }: Ahead): number | null {
  if (slots <= 0) return null;
  if (waiting.length + running.length < slots) return 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.max(0, value), 0);
  return (sum(waiting) + sum(running)) / slots;
}
