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
          {scorerMetrics.map((metric, place) => (
            <MetricRow
              key={place}
              metric={metric}
              place={place}
              isKept={isKept}
              onChange={(patch) => set(place, patch)}
              onDrop={() => change({ scorerMetrics: scorerMetrics.filter((_, at) => at !== place) })}
            />
          ))}
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

interface RowProps {
  metric: OwnMetric;
  /** From 0. */
  place: number;
  isKept: boolean;
  onChange: (patch: Partial<OwnMetric>) => void;
  onDrop: () => void;
}

function MetricRow({
  metric: { name, label, direction, bound, unit },
  place,
  isKept,
  onChange,
  onDrop,
}: RowProps) {
  const t = useTranslations('drafts.scorer');
  const labelOf = (what: string) => t('ofMetric', { what, place: place + 1 });
  return (
    <tr>
      <td>
        <TextInput
          aria-label={labelOf(t('head.name'))}
          value={name}
          maxLength={60}
          readOnly={isKept}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          aria-label={labelOf(t('head.label'))}
          value={label}
          maxLength={200}
          readOnly={isKept}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={labelOf(t('head.direction'))}
          value={direction}
          disabled={isKept}
          data={METRIC_DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
          onChange={(event) => {
            const chosen = METRIC_DIRECTIONS.find((value) => value === event.currentTarget.value);
            if (chosen) onChange({ direction: chosen });
          }}
        />
      </td>
      <td>
        <NumberInput
          className={styles.weight}
          aria-label={labelOf(t('head.bound'))}
          value={bound}
          readOnly={isKept}
          onChange={(value) => typeof value === 'number' && onChange({ bound: value })}
        />
      </td>
      <td>
        <TextInput
          className={styles.weight}
          aria-label={labelOf(t('head.unit'))}
          value={unit}
          maxLength={40}
          readOnly={isKept}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
      </td>
      <td>
        {!isKept && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('dropNamed', { name: label || name || String(place + 1) })}
            onClick={onDrop}
          >
            {t('drop')}
          </Button>
        )}
      </td>
    </tr>
  );
}
