export interface Sample {
  seconds: number;
  cpuSeconds: number;
  memoryBytes: number;
}

/** Fewer samples make no curve. */
export const LEAST_SAMPLES = 3;

export interface CurveRow {
  seconds: number;
  memoryBytes: number;
  /** Processors in use since the row before; null in the first. */
  cores: number | null;
}

export interface Curve {
  rows: CurveRow[];
  mostBytes: number;
  mostBytesAt: number;
  mostCores: number;
  meanCores: number;
}

/** Samples as rows of a chart and a table, and as a sentence. Null if there are too few. */
export function toCurve(samples: readonly Sample[]): Curve | null {
  const last = samples.at(-1);
  if (!last || samples.length < LEAST_SAMPLES) return null;
  const rows = samples.map(({ seconds, cpuSeconds, memoryBytes }, at) => {
    const before = samples[at - 1];
    const cores = before ? (cpuSeconds - before.cpuSeconds) / (seconds - before.seconds) : null;
    return { seconds, memoryBytes, cores };
  });
  const highest = rows.reduce((most, row) => (row.memoryBytes > most.memoryBytes ? row : most));
  return {
    rows,
    mostBytes: highest.memoryBytes,
    mostBytesAt: highest.seconds,
    mostCores: Math.max(...rows.map(({ cores }) => cores ?? 0)),
    meanCores: last.cpuSeconds / last.seconds,
  };
}

/** The next size that halves well: the top of an axis for what stays below it. */
export function roundSize(bytes: number): number {
  if (bytes < 8) return 8;
  const step = 2 ** Math.floor(Math.log2(bytes)) / 4;
  return Math.ceil(bytes / step) * step;
}
