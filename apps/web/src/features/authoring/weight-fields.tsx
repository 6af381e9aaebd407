import { Checkbox, NumberInput } from '@mantine/core';
import { CRITERION_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { FormPart, Settings } from './draft.types';
import styles from './authoring.module.css';

/** The template's criteria with their metrics and weights: 0 shows a criterion and gives it no points. */
export function WeightFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  const modes = useTranslations('rubric.mode');
  if (!template) return <p>{t('templateFirst')}</p>;
  const said = new Map(settings.weights.map((each) => [each.key, each]));
  const weightOf = (key: string, usual: number) => said.get(key)?.weight ?? usual;
  const metricsOf = (key: string, usual: readonly string[]) => said.get(key)?.metrics ?? usual;
  const total = template.criteria.reduce((sum, { key, weight }) => sum + weightOf(key, weight), 0);
  const set = (key: string, patch: Partial<Settings['weights'][number]>) => {
    const usual = template.criteria.find((known) => known.key === key)?.weight ?? 0;
    const before = said.get(key) ?? { key, weight: usual, metrics: null };
    change({
      weights: [...settings.weights.filter((known) => known.key !== key), { ...before, ...patch }],
    });
  };
  const graded = template.metrics.filter((metric) => metric.graded);
  return (
    <>
      <Table label={t('rubric')} caption={t('metricsNote')}>
        <ColumnHeads titles={[t('criterion'), t('judgedBy'), t('metrics'), t('weight'), t('share')]} />
        <tbody>
          {template.criteria.map(({ key, title, mode, weight, metrics }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{modes(mode)}</td>
              <td className={styles.metrics}>
                {mode === 'AUTO' &&
                  graded.map(({ name, label }) => {
                    const chosen = metricsOf(key, metrics);
                    const isChosen = chosen.includes(name);
                    return (
                      <Checkbox
                        key={name}
                        label={label}
                        aria-label={t('metricOf', { metric: label, title })}
                        checked={isChosen}
                        // A criterion that is judged by metrics needs one: its weight takes it out of the points.
                        disabled={isChosen && chosen.length === 1}
                        onChange={() =>
                          set(key, {
                            metrics: isChosen ? chosen.filter((each) => each !== name) : [...chosen, name],
                          })
                        }
                      />
                    );
                  })}
              </td>
              <td>
                <NumberInput
                  className={styles.weight}
                  aria-label={t('weightOf', { title })}
                  min={0}
                  max={CRITERION_LIMITS.weight}
                  value={weightOf(key, weight)}
                  onChange={(value) => typeof value === 'number' && set(key, { weight: value })}
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
