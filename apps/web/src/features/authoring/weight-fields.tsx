import { NumberInput } from '@mantine/core';
import { CRITERION_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { FormPart } from './draft.types';
import styles from './authoring.module.css';

/** The template's criteria with their weights: 0 shows a criterion and gives it no points. */
export function WeightFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  const modes = useTranslations('rubric.mode');
  if (!template) return <p>{t('templateFirst')}</p>;
  const weights = new Map(settings.weights.map(({ key, weight }) => [key, weight]));
  const weightOf = (key: string, usual: number) => weights.get(key) ?? usual;
  const total = template.criteria.reduce((sum, { key, weight }) => sum + weightOf(key, weight), 0);
  const set = (key: string, weight: number) =>
    change({ weights: [...settings.weights.filter((known) => known.key !== key), { key, weight }] });
  const graded = template.metrics.filter((metric) => metric.graded).map(({ label }) => label);
  return (
    <>
      <Table label={t('rubric')} caption={t('metrics', { metrics: graded.join(', ') })}>
        <ColumnHeads titles={[t('criterion'), t('judgedBy'), t('weight'), t('share')]} />
        <tbody>
          {template.criteria.map(({ key, title, mode, weight }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{modes(mode)}</td>
              <td>
                <NumberInput
                  className={styles.weight}
                  aria-label={t('weightOf', { title })}
                  min={0}
                  max={CRITERION_LIMITS.weight}
                  value={weightOf(key, weight)}
                  onChange={(value) => typeof value === 'number' && set(key, value)}
                />
              </td>
              <td className="num">
                {t('percent', { share: total === 0 ? 0 : weightOf(key, weight) / total })}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {errorOf('weights') && <p className={styles.error}>{errorOf('weights')}</p>}
    </>
  );
}
