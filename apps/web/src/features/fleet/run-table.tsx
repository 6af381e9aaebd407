'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EndRunDocument, RequeueRunDocument, type FleetRunRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Link } from '@/ui/link';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const COLUMNS = ['run', 'organization', 'state', 'why', 'lane', 'worker', 'queued', 'action'] as const;

interface Props {
  label: string;
  runs: FleetRunRowFragment[];
  /** Whose runs the reader may open; null for none. */
  ownOrganizationId: string | null;
}

/** Runs that have not ended, and why if one makes no progress. */
export function RunTable({ label, runs, ownOrganizationId }: Props) {
  const t = useTranslations('fleet');
  return (
    <Table label={label} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(key))} />
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className={tableStyles.name}>
              {run.organizationId === ownOrganizationId ? (
                <Link href={`/runs/${run.id}`}>{run.id.slice(-12)}</Link>
              ) : (
                run.id.slice(-12)
              )}
            </th>
            <td data-label={t('organization')}>{run.organizationName}</td>
            <td data-label={t('state')}>
              <Mark meaning={run.status === 'RUNNING' ? 'running' : 'waiting'}>
                {run.isEnding ? t('isEnding') : (run.phase ?? t(`runStatus.${run.status}`))}
              </Mark>
            </td>
            <td data-label={t('why')}>
              {run.stuck && <Mark meaning="attention">{t(`stuck.${run.stuck}`)}</Mark>}
            </td>
            <td data-label={t('lane')}>{run.lane}</td>
            <td data-label={t('worker')} className={tableStyles.name}>
              {run.workerId}
            </td>
            <td data-label={t('queued')}>
              <LocalTime at={run.queuedAt} />
            </td>
            <td>{!run.isEnding && <RunActions run={run} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RunActions({ run }: { run: FleetRunRowFragment }) {
  const t = useTranslations('fleet');
  const [end] = useMutation(EndRunDocument, { errorPolicy: 'all' });
  const [requeue] = useMutation(RequeueRunDocument, { errorPolicy: 'all' });
  const id = run.id.slice(-12);
  const variables = { runId: run.id };
  return (
    <Group gap="xs" wrap="nowrap">
      <ConfirmedButton
        label={t('end')}
        name={t('endOf', { id })}
        title={t('endOf', { id })}
        text={t('endText')}
        keep={t('keep')}
        refused={t('refused')}
        act={() => end({ variables })}
      />
      <ConfirmedButton
        label={t('requeue')}
        name={t('requeueOf', { id })}
        title={t('requeueOf', { id })}
        text={t('requeueText')}
        keep={t('keep')}
        refused={t('refused')}
        act={() => requeue({ variables })}
      />
    </Group>
  );
}
