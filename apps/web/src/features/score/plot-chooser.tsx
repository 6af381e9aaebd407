import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { subjectOf } from './plot-groups';
import type { Plot } from './score.types';

interface Props {
  plots: Plot[];
  chosen: string;
  onChoose: (key: string) => void;
}

/** Which of the plots that are alike is drawn. */
export function PlotChooser({ plots, chosen, onChoose }: Props) {
  const t = useTranslations('score');
  return (
    <NativeSelect
      size="xs"
      aria-label={t('choosePlot')}
      data={plots.map(({ key, title }) => ({ value: key, label: subjectOf(title) }))}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
