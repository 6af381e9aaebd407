import { PackedGroup } from './packed-group';
import { packPlots } from './packed-plots';
import { arrangePlots } from './plot-groups';
import { SamplePlots } from './sample-plots';
import type { Score } from './score.types';
import styles from './plot-grid.module.css';

interface Props {
  plots: Score['plots'];
  /** Renames a series for readers other than the student whom the scorer addresses. */
  seriesName?: (name: string) => string;
  /** Drawn at once, without waiting for somebody to come near. */
  isForPrint?: boolean;
}

/** Plots two abreast; what the public sample repeats is folded away below. */
export function PlotGrid({ plots, seriesName = (name) => name, isForPrint = false }: Props) {
  const { main, sample } = arrangePlots(
    plots.map((plot) => ({
      ...plot,
      series: plot.series.map((series) => ({ ...series, name: seriesName(series.name) })),
    })),
  );
  return (
    <>
      <div className={styles.grid}>
        {main.map(({ key, plots: own }) => (
          <PackedGroup key={key} packed={packPlots(own)} isForPrint={isForPrint} />
        ))}
      </div>
      {sample.length > 0 && (
        <SamplePlots count={sample.length} packed={packPlots(sample)} isForPrint={isForPrint} />
      )}
    </>
  );
}
