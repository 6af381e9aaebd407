'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { save } from '@/ui/save';
import { plotCsv } from './plot-csv';
import { pictureOf } from './plot-picture';
import type { Plot } from './score.types';
import styles from './plot-grid.module.css';

interface Props {
  plot: Plot;
  /** Where the picture stands; null when the plot is a table itself. */
  canvas: RefObject<HTMLElement | null> | null;
}

/** The plot's numbers as CSV and its picture as SVG, made in the browser. */
export function PlotDownloads({ plot, canvas }: Props) {
  const t = useTranslations('score');

  function savePicture() {
    const svg = canvas?.current?.querySelector('svg');
    if (svg) save(`${plot.key}.svg`, 'image/svg+xml', pictureOf(svg));
  }

  return (
    <p className={styles.downloads}>
      <button
        type="button"
        aria-label={t('downloadData', { title: plot.title })}
        onClick={() => save(`${plot.key}.csv`, 'text/csv', plotCsv(plot))}
      >
        {t('csv')}
      </button>
      {canvas && (
        <button type="button" aria-label={t('downloadPicture', { title: plot.title })} onClick={savePicture}>
          {t('svg')}
        </button>
      )}
    </p>
  );
}
