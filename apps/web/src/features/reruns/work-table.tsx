import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { RerunWorkRowFragment as Work } from '@/generated/graphql';
import { Mark, type Meaning } from '@/ui/mark';
import { Points } from '@/ui/points';
import { ColumnHeads, Table } from '@/ui/table';

const COLUMNS = ['student', 'before', 'after', 'change', 'pass', 'credential'] as const;

const MEANINGS = {
  NOT_STARTED: 'waiting',
  QUEUED: 'waiting',
  RUNNING: 'running',
  SCORED: 'neutral',
  STUDENT_ERROR: 'failed',
  INFRASTRUCTURE_ERROR: 'attention',
  CANCELLED: 'attention',
} satisfies Record<Work['state'], Meaning>;

/** Who moves, from how many points to how many; who failed on the later version; and who waits. */
export function WorkTable({ works }: { works: readonly Work[] }) {
  const t = useTranslations('reruns');
  return (
    <Table label={t('preview')} caption={t('previewCaption')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {works.map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </tbody>
    </Table>
  );
}

function WorkRow({ work }: { work: Work }) {
  const t = useTranslations('reruns');
  const { student, originalRunId, runId, isSample, before, beforeLow, beforeHigh, wasPassed } = work;
  return (
    <tr data-testid="rerun-work">
      <th scope="row">
        {student}
        {isSample && <> {t('inSample')}</>}
      </th>
      <td>
        <Link href={`/runs/${originalRunId}/score`}>
          <Points value={before} low={beforeLow} high={beforeHigh} />
        </Link>
      </td>
      {work.after === null || work.afterLow === null || work.afterHigh === null ? (
        <td colSpan={4}>
          <Mark meaning={MEANINGS[work.state]}>
            {runId && work.message ? (
              <Link href={`/runs/${runId}`}>
                {t('failed', { state: t(`state.${work.state}`), message: work.message })}
              </Link>
            ) : (
              t(`state.${work.state}`)
            )}
          </Mark>
        </td>
      ) : (
        <>
          <td>
            <Link href={`/runs/${runId ?? ''}/score`}>
              <Points value={work.after} low={work.afterLow} high={work.afterHigh} />
            </Link>
          </td>
          <td className="num">{t('signed', { points: work.after - before })}</td>
          <td>
            <Pass was={wasPassed} is={work.isPassed === true} />
          </td>
          <td>{work.credential ? t(`effect.${work.credential}`) : t('effect.none')}</td>
        </>
      )}
    </tr>
  );
}

function Pass({ was, is }: { was: boolean; is: boolean }) {
  const t = useTranslations('reruns');
  if (was === is) return t(is ? 'stillPassed' : 'stillNot');
  return <Mark meaning={is ? 'passed' : 'failed'}>{t(is ? 'nowPassed' : 'nowNot')}</Mark>;
}
