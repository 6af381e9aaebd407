import { useFormatter, useTranslations } from 'next-intl';
import type { FleetQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const QUEUE = ['organization', 'lane', 'waiting', 'running', 'seconds', 'oldest'] as const;
const ENDINGS = ['ending', 'reason', 'count', 'newest'] as const;

/** What waits, by organization and by the labels that runs require. */
export function QueueTable({ queue }: { queue: FleetQuery['fleet']['queue'] }) {
  const t = useTranslations('fleet');
  const format = useFormatter();
  return (
    <Table label={t('queue')} narrow="stacked">
      <ColumnHeads titles={QUEUE.map((key) => t(key))} numbers={[t('waiting'), t('running'), t('seconds')]} />
      <tbody>
        {queue.map((row) => (
          <tr key={`${row.organizationId} ${row.lane}`}>
            <th scope="row">{row.organizationName}</th>
            <td data-label={t('lane')}>{row.lane}</td>
            <td data-label={t('waiting')} className={tableStyles.right}>
              {row.waiting}
            </td>
            <td data-label={t('running')} className={tableStyles.right}>
              {row.running}
            </td>
            <td data-label={t('seconds')} className={tableStyles.right}>
              {t('resourceSeconds', {
                seconds: format.number(Math.round(row.waitingSeconds)),
                resource: row.resource,
              })}
            </td>
            <td data-label={t('oldest')}>{row.oldestAt && <LocalTime at={row.oldestAt} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How runs of the last day ended. */
export function EndingTable({ endings }: { endings: FleetQuery['fleet']['endings'] }) {
  const t = useTranslations('fleet');
  return (
    <Table label={t('endings')} narrow="stacked">
      <ColumnHeads titles={ENDINGS.map((key) => t(key))} numbers={[t('count')]} />
      <tbody>
        {endings.map((row) => (
          <tr key={`${row.what} ${row.reason}`}>
            <th scope="row">{t(`what.${row.what}`)}</th>
            <td data-label={t('reason')} className={tableStyles.name}>
              {row.reason}
            </td>
            <td data-label={t('count')} className={tableStyles.right}>
              {row.runs}
            </td>
            <td data-label={t('newest')}>
              <LocalTime at={row.newestAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
