import { shortRunId } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import type { ReproductionFragment } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Table, tableStyles } from '@/ui/table';
import { digits } from './digits';
import { MEANING_OF_AGREEMENT } from './verdict-meaning';

/** Every number then and now. Students read whether it agrees, staff the numbers themselves. */
export function MeasureComparison({
  reproduction: { measures, runId },
}: {
  reproduction: Pick<ReproductionFragment, 'measures' | 'runId'>;
}) {
  const t = useTranslations('reproduction');
  const hasNumbers = measures.some(({ original }) => original !== null);
  return (
    <Table
      narrow="abreast"
      label={t('table', { id: shortRunId(runId) })}
      caption={t(hasNumbers ? 'rule' : 'ruleWithoutNumbers')}
    >
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          {hasNumbers &&
            (['then', 'now', 'tolerance'] as const).map((column) => (
              <th key={column} scope="col" className={tableStyles.right}>
                {t(column)}
              </th>
            ))}
          <th scope="col">{t('agreement')}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ name, label, unit, agreement, original, reproduced, tolerance }) => (
          <tr key={name}>
            <th scope="row">
              {label}
              {unit && ` (${unit})`}
            </th>
            {hasNumbers &&
              (
                [
                  ['then', original],
                  ['now', reproduced],
                  ['tolerance', tolerance],
                ] as const
              ).map(([column, value]) => (
                <td key={column} data-label={t(column)} className={`${tableStyles.right} num`}>
                  {value === null ? t('noNumber') : digits(value, 6)}
                </td>
              ))}
            <td data-label={t('agreement')}>
              <Mark meaning={MEANING_OF_AGREEMENT[agreement]}>{t(`agreements.${agreement}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
