interface Keyed {
  key: string;
  title: string;
  kind: string;
  source: string;
}

/** Plots that are alike but for their subject, such as one fan chart per series: shown one at a time. */
export interface PlotGroup<T> {
  key: string;
  plots: T[];
}

export interface ArrangedPlots<T> {
  main: PlotGroup<T>[];
  /** Plots of the public sample that repeat one of hidden rows. */
  sample: T[];
}

const NUMBERED = /^(.+)-\d+$/;

/** What stands on the page, in the scorer's order, and what is folded away. Heatmaps of the sample carry pictures, so they stay. */
export function arrangePlots<T extends Keyed>(plots: readonly T[]): ArrangedPlots<T> {
  const hidden = new Set(plots.filter(({ source }) => source !== 'SAMPLE').map(({ key }) => key));
  const repeats = ({ key, kind, source }: T) =>
    source === 'SAMPLE' && kind !== 'heatmap' && hidden.has(key.replace(/-sample$/, ''));
  const groups = new Map<string, T[]>();
  for (const plot of plots.filter((known) => !repeats(known))) {
    const key = NUMBERED.exec(plot.key)?.[1] ?? plot.key;
    groups.set(key, [...(groups.get(key) ?? []), plot]);
  }
  return { main: [...groups].map(([key, own]) => ({ key, plots: own })), sample: plots.filter(repeats) };
}

/** What a plot of a group is about: the part of its title after the colon. */
export function subjectOf(title: string): string {
  return title.split(': ').slice(1).join(': ') || title;
}
