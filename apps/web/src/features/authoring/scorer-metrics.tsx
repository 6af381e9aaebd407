import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { METRIC_DIRECTIONS, OWN_CRITERION_WEIGHT, OWN_SCORER_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { FormPart, OwnMetric } from './draft.types';
import { WholeField } from './whole-field';
import styles from './authoring.module.css';

const HEADS = ['name', 'label', 'direction', 'bound', 'unit', 'action'] as const;

/** What the scorer measures, as students read it, and what that earns. */
export function ScorerMetrics({ settings, change, errorOf, isKept }: FormPart & { isKept: boolean }) {
  const t = useTranslations('drafts.scorer');
  const { scorerMetrics } = settings;
  const set = (place: number, patch: Partial<OwnMetric>) =>
    change({
      scorerMetrics: scorerMetrics.map((metric, at) => (at === place ? { ...metric, ...patch } : metric)),
    });
  const add = () =>
    change({
      scorerMetrics: [...scorerMetrics, { name: '', label: '', direction: 'HIGHER', bound: 1, unit: '' }],
    });
  return (
    <>
      <Table label={t('metrics')}>
        <ColumnHeads titles={HEADS.map((head) => t(`head.${head}`))} />
        <tbody>
          {scorerMetrics.map(({ name, label, direction, bound, unit }, place) => {
            const of = (what: string) => t('ofMetric', { what, place: place + 1 });
            return (
              <tr key={place}>
                <td>
                  <TextInput
                    aria-label={of(t('head.name'))}
                    value={name}
                    maxLength={60}
                    readOnly={isKept}
                    onChange={(event) => set(place, { name: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <TextInput
                    aria-label={of(t('head.label'))}
                    value={label}
                    maxLength={200}
                    readOnly={isKept}
                    onChange={(event) => set(place, { label: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <NativeSelect
                    aria-label={of(t('head.direction'))}
                    value={direction}
                    disabled={isKept}
                    data={METRIC_DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
                    onChange={(event) => {
                      const chosen = METRIC_DIRECTIONS.find((value) => value === event.currentTarget.value);
                      if (chosen) set(place, { direction: chosen });
                    }}
                  />
                </td>
                <td>
                  <NumberInput
                    className={styles.weight}
                    aria-label={of(t('head.bound'))}
                    value={bound}
                    readOnly={isKept}
                    onChange={(value) => typeof value === 'number' && set(place, { bound: value })}
                  />
                </td>
                <td>
                  <TextInput
                    className={styles.weight}
                    aria-label={of(t('head.unit'))}
                    value={unit}
                    maxLength={40}
                    readOnly={isKept}
                    onChange={(event) => set(place, { unit: event.currentTarget.value })}
                  />
                </td>
                <td>
                  {!isKept && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('dropNamed', { name: label || name || String(place + 1) })}
                      onClick={() => change({ scorerMetrics: scorerMetrics.filter((_, at) => at !== place) })}
                    >
                      {t('drop')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {errorOf('scorerMetrics') && <p className={styles.error}>{errorOf('scorerMetrics')}</p>}
      {!isKept && (
        <>
          <div>
            <Button
              variant="default"
              disabled={scorerMetrics.length >= OWN_SCORER_LIMITS.metrics}
              onClick={add}
            >
              {t('add')}
            </Button>
          </div>
          <div className={styles.fields}>
            <WholeField
              label={t('weight')}
              note={t('weightNote')}
              value={settings.scorerWeight}
              usual={OWN_CRITERION_WEIGHT}
              min={0}
              max={1000}
              error={errorOf('scorerWeight')}
              onChange={(scorerWeight) => change({ scorerWeight })}
            />
          </div>
        </>
      )}
    </>
  );
}
