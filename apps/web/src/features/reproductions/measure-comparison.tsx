import { useTranslations } from 'next-intl';
import type { ReproductionFragment } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { digits } from './digits';
import { MEANING_OF_AGREEMENT } from './verdict-meaning';

/** Every number then and now. Students read whether it agrees, staff the numbers themselves. */
export function MeasureComparison({ measures }: { measures: ReproductionFragment['measures'] }) {
  const t = useTranslations('reproduction');
  const hasNumbers = measures.some(({ original }) => original !== null);
  const titles = hasNumbers
    ? [t('number'), t('then'), t('now'), t('tolerance'), t('agreement')]
    : [t('number'), t('agreement')];
  return (
    <Table label={t('table')} caption={t(hasNumbers ? 'rule' : 'ruleWithoutNumbers')}>
      <ColumnHeads titles={titles} />
      <tbody>
        {measures.map(({ name, label, unit, agreement, original, reproduced, tolerance }) => (
          <tr key={name}>
            <th scope="row">
              {label}
              {unit && ` (${unit})`}
            </th>
            {hasNumbers &&
              [original, reproduced, tolerance].map((value, column) => (
                // Then, now and tolerance always stand in this order.
                <td key={column} className={`${tableStyles.right} num`}>
                  {value === null ? t('noNumber') : digits(value, 6)}
                </td>
              ))}
            <td>
              <Mark meaning={MEANING_OF_AGREEMENT[agreement]}>{t(`agreements.${agreement}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
