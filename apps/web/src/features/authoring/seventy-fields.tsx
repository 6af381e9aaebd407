import { NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { FormPart } from './draft.types';
import styles from './authoring.module.css';

/** What of each graded metric is worth 70 points. Left empty, a straight line from the naive reference to the best value says it. */
export function SeventyFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  const directions = useTranslations('drafts.scorer.direction');
  const graded = template?.metrics.filter((metric) => metric.graded) ?? [];
  if (graded.length === 0) return <p>{t('templateFirst')}</p>;
  const stated = new Map(settings.simpleAt.map(({ metric, value }) => [metric, value]));
  const set = (metric: string, value: number | null) =>
    change({
      simpleAt: [
        ...settings.simpleAt.filter((known) => known.metric !== metric),
        ...(value === null ? [] : [{ metric, value }]),
      ],
    });
  return (
    <>
      <Table label={t('anchors')}>
        <ColumnHeads titles={[t('metric'), t('better'), t('seventy')]} />
        <tbody>
          {graded.map(({ name, label, direction }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{directions(direction)}</td>
              <td>
                <NumberInput
                  className={styles.worth}
                  hideControls
                  aria-label={t('seventyOf', { metric: label })}
                  placeholder={t('line')}
                  value={stated.get(name) ?? ''}
                  onChange={(value) => set(name, typeof value === 'number' ? value : null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {errorOf('simpleAt') && <p className={styles.error}>{errorOf('simpleAt')}</p>}
    </>
  );
}
