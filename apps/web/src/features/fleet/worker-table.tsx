'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import {
  OrderWorkerDocument,
  type FleetWorkerFragment,
  type WorkerOrder,
  type WorkerState,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark, type Meaning } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

const MEANING: Record<WorkerState, Meaning> = {
  UP: 'passed',
  PAUSED: 'waiting',
  DRAINING: 'waiting',
  GONE: 'failed',
};
const ORDERS: Record<WorkerState, WorkerOrder[]> = {
  UP: ['PAUSE', 'DRAIN'],
  PAUSED: ['RESUME', 'DRAIN'],
  DRAINING: ['RESUME'],
  GONE: [],
};
const COLUMNS = ['worker', 'state', 'seen', 'runs', 'labels', 'images', 'engine'] as const;
const IMAGE = /^image:/;

interface Props {
  workers: FleetWorkerFragment[];
  /** Whether the reader may tell workers what to do. */
  isOperator: boolean;
}

/** Workers, what they can do, and their orders. */
export function WorkerTable({ workers, isOperator }: Props) {
  const t = useTranslations('fleet');
  return (
    <Table label={t('workers')} narrow="stacked">
      <ColumnHeads titles={[...COLUMNS.map((key) => t(key)), ...(isOperator ? [t('action')] : [])]} />
      <tbody>
        {workers.map((worker) => (
          <tr key={worker.id}>
            <th scope="row" className={tableStyles.name}>
              {worker.id}
            </th>
            <td data-label={t('state')}>
              <Mark meaning={MEANING[worker.state]}>{t(`workerState.${worker.state}`)}</Mark>
            </td>
            <td data-label={t('seen')}>
              <LocalTime at={worker.seenAt} />
            </td>
            <td data-label={t('runs')}>
              {t('runsOf', { running: worker.running, concurrency: worker.concurrency })}
            </td>
            <td data-label={t('labels')}>{worker.labels.filter((label) => !IMAGE.test(label)).join(', ')}</td>
            <td data-label={t('images')}>
              {worker.labels
                .filter((label) => IMAGE.test(label))
                .map((label) => label.replace(IMAGE, ''))
                .join(', ')}
            </td>
            <td data-label={t('engine')}>
              {worker.engine
                ? t('engineOf', {
                    version: worker.engine.version,
                    containers: worker.engine.containers,
                    gpus: worker.engine.gpus.length,
                  })
                : t('noEngine')}
              {worker.engine?.gpus.map((gpu, index) => (
                <div key={`${gpu}-${index}`}>{gpu}</div>
              ))}
              {worker.engine?.gpuProblem && (
                <div>
                  <Mark meaning="failed">{t('gpusUnusable')}</Mark> {worker.engine.gpuProblem}
                </div>
              )}
            </td>
            {isOperator && (
              <td>
                <Group gap="xs" wrap="nowrap">
                  {ORDERS[worker.state].map((order) => (
                    <OrderButton key={order} id={worker.id} order={order} />
                  ))}
                </Group>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function OrderButton({ id, order }: { id: string; order: WorkerOrder }) {
  const t = useTranslations('fleet');
  const [send] = useMutation(OrderWorkerDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t(`order.${order}`)}
      name={t('orderOf', { order: t(`order.${order}`), id })}
      title={t('orderOf', { order: t(`order.${order}`), id })}
      text={t(`orderText.${order}`)}
      keep={t('keep')}
      refused={t('refused')}
      act={() => send({ variables: { id, order } })}
    />
  );
}
