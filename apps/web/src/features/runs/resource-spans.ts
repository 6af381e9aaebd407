interface Phase {
  id: string;
  startedAt: string;
  endedAt: string | null;
  wallMs: number | null;
  cpuSeconds: number | null;
  maxRssBytes: number | null;
}

/** The resources of a phase: its share of the run's time, its average cores, its peak memory. */
export interface ResourceSpan {
  id: string;
  from: number;
  to: number;
  cores: number;
  bytes: number;
}

export interface ResourceSpans {
  totalMs: number;
  mostCores: number;
  mostBytes: number;
  spans: ResourceSpan[];
}

/** Ended phases along the time of their run. Null if nothing was measured. */
export function resourceSpans(phases: readonly Phase[]): ResourceSpans | null {
  const ended = phases.filter(({ endedAt, maxRssBytes }) => endedAt !== null && maxRssBytes !== null);
  const starts = ended.map(({ startedAt }) => Date.parse(startedAt));
  const ends = ended.map(({ endedAt }) => Date.parse(endedAt ?? ''));
  const start = Math.min(...starts);
  const totalMs = Math.max(...ends) - start;
  if (!Number.isFinite(totalMs) || totalMs <= 0) return null;
  const spans = ended.map(({ id, wallMs, cpuSeconds, maxRssBytes }, place) => ({
    id,
    from: ((starts[place] ?? start) - start) / totalMs,
    to: ((ends[place] ?? start) - start) / totalMs,
    cores: wallMs && cpuSeconds !== null ? (1000 * cpuSeconds) / wallMs : 0,
    bytes: maxRssBytes ?? 0,
  }));
  return {
    totalMs,
    mostCores: Math.max(...spans.map(({ cores }) => cores)),
    mostBytes: Math.max(...spans.map(({ bytes }) => bytes)),
    spans,
  };
}
