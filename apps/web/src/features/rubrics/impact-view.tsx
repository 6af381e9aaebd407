import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { PlotFigure } from '@/features/score/plot-figure';
import type { Plot } from '@/features/score/score.types';
import type { RubricImpactQuery } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { ColumnHeads, Table } from '@/ui/table';
import styles from './rubrics.module.css';

type Impact = RubricImpactQuery['rubricImpact'];

const COLUMNS = ['student', 'before', 'after', 'change', 'pass'] as const;
const STEP = 5;

/** Whose points a change of the rubric changes, and by how much. */
export function ImpactView({ impact }: { impact: Impact }) {
  const t = useTranslations('rubric');
  const { runs, raised, lowered, newlyPassed, noLongerPassed, judgedAgain, credentials, changes } = impact;
  if (runs === 0) return <Notice meaning="neutral" title={t('nobody')} />;
  return (
    <>
      <Notice
        meaning={noLongerPassed > 0 ? 'attention' : 'neutral'}
        title={t('summary', { runs, raised, lowered })}
      >
        <ul>
          <li>{t('passes', { newlyPassed, noLongerPassed })}</li>
          {judgedAgain > 0 && <li>{t('judgedAgain', { judgedAgain })}</li>}
          {credentials > 0 && <li>{t('credentials', { credentials })}</li>}
        </ul>
      </Notice>
      <div className={styles.plot}>
        <PlotFigure plot={histogramOf(impact, t)} />
      </div>
      {changes.length > 0 && (
        <Table label={t('changes')} caption={t('changesCaption')}>
          <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
          <tbody>
            {changes.map(({ runId, student, before, after, wasPassed, isPassed }) => (
              <tr key={runId}>
                <th scope="row">
                  <Link href={`/runs/${runId}/score`}>{student}</Link>
                </th>
                <td className="num">{t('points', { points: before })}</td>
                <td className="num">{t('points', { points: after })}</td>
                <td className="num">{t('signed', { points: after - before })}</td>
                <td>
                  {wasPassed === isPassed ? (
                    t(isPassed ? 'stillPassed' : 'stillNot')
                  ) : (
                    <Mark meaning={isPassed ? 'passed' : 'failed'}>
                      {t(isPassed ? 'nowPassed' : 'nowNot')}
                    </Mark>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function histogramOf({ histogram }: Impact, t: ReturnType<typeof useTranslations<'rubric'>>): Plot {
  const middle = (histogram.length - 1) / 2;
  return {
    key: 'rubric-impact',
    title: t('histogram'),
    kind: 'bar',
    source: 'HIDDEN_AGGREGATED',
    xLabel: t('changeAxis'),
    yLabel: t('runsAxis'),
    xDomain: null,
    yDomain: null,
    drawing: null,
    note: t('histogramNote'),
    series: [
      {
        name: t('runsAxis'),
        role: 'student',
        points: histogram.map((count, index) => ({
          x: (index - middle) * STEP,
          label: String((index - middle) * STEP),
          y: count,
          low: null,
          high: null,
          n: null,
          image: null,
        })),
      },
    ],
  };
}
