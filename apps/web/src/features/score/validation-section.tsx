import { useTranslations } from 'next-intl';
import { Mark, type Meaning } from '@/ui/mark';
import { Table, tableStyles } from '@/ui/table';
import { metricText } from '@/ui/units';
import type { ScoredRun } from './score.types';

type Gap = ScoredRun['validationGaps'][number];

const MEANING: Record<Gap['verdict'], Meaning> = {
  AGREES: 'passed',
  TOO_GOOD: 'attention',
  TOO_MODEST: 'neutral',
  NOT_MEASURED: 'neutral',
};

/** What the student measured on rows of their own, beside the hidden rows: is the validation to be trusted? */
export function ValidationSection({ gaps, example }: { gaps: Gap[]; example: string }) {
  const t = useTranslations('score.validation');
  const score = useTranslations('score');
  if (gaps.length === 0) {
    return (
      <p>
        {t.rich('none', {
          table: () => <code>[validation]</code>,
          file: () => <code>holdout.toml</code>,
          line: () => <code>{`${example} = …`}</code>,
        })}
      </p>
    );
  }
  return (
    <Table label={t('title')} narrow="abreast">
      <thead>
        <tr>
          <th scope="col">{score('metric')}</th>
          <th scope="col" className={tableStyles.right}>
            {t('claimed')}
          </th>
          <th scope="col" className={tableStyles.right}>
            {t('hidden')}
          </th>
          <th scope="col">{score('interval')}</th>
          <th scope="col">{t('verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <tr key={gap.metric}>
            <th scope="row">{gap.label ?? gap.metric}</th>
            <td data-label={t('claimed')} className={`${tableStyles.right} num`}>
              {metricText(gap.claimed)}
            </td>
            <td data-label={t('hidden')} className={`${tableStyles.right} num`}>
              {gap.hidden === null ? score('none') : metricText(gap.hidden)}
            </td>
            <td data-label={score('interval')} className="num">
              {gap.low !== null && gap.high !== null
                ? score('range', { low: metricText(gap.low), high: metricText(gap.high) })
                : score('none')}
            </td>
            <td data-label={t('verdict')}>
              <Mark meaning={MEANING[gap.verdict]}>{t(`verdicts.${gap.verdict}`)}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
