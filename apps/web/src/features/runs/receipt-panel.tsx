import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { sizeText } from '@holdout/domain';
import type { RunStateFragment } from '@/generated/graphql';
import { Digest } from '@/ui/digest';
import { LocalTime } from '@/ui/local-time';
import { Facts, Panel } from '@/ui/panel';
import { durationText } from '@/ui/units';
import { readableJson } from '@/ui/readable-json';
import styles from './receipt-panel.module.css';

/** What produced the result, filling in as it becomes known. */
export function ReceiptPanel({ run }: { run: RunStateFragment }) {
  const t = useTranslations('run.receipt');
  const { submission, receipt } = run;
  const pending = <span className={styles.pending}>{t('pending')}</span>;
  const peak = Math.max(0, ...run.phases.map(({ maxRssBytes }) => maxRssBytes ?? 0));
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('archive'), <Digest key="archive" value={submission.archiveDigest} label={t('archive')} />],
          [t('size'), sizeText(submission.archiveBytes)],
          [
            t('commit'),
            submission.gitCommit && <Digest key="commit" value={submission.gitCommit} label={t('commit')} />,
          ],
          [t('assignment'), run.assignment.title],
          ...run.images.map(({ name, id, packageCount }): [string, ReactNode] => [
            t('image', { name }),
            <span key={name}>
              <Digest value={id} label={t('image', { name })} />{' '}
              {packageCount !== null && (
                <a href={`/files/runs/${run.id}/packages/${name}`}>
                  {t('packages', { count: packageCount })}
                </a>
              )}
            </span>,
          ]),
          [
            t('seed'),
            <span key="seed" className="num">
              {run.seed}
            </span>,
          ],
          [t('attempt'), run.attempt > 1 ? run.attempt : null],
          [t('queued'), <LocalTime key="queued" at={run.queuedAt} />],
          [t('started'), run.startedAt ? <LocalTime key="started" at={run.startedAt} /> : pending],
          [t('finished'), run.finishedAt ? <LocalTime key="finished" at={run.finishedAt} /> : pending],
          [t('cpu'), run.cpuSeconds > 0 ? durationText(run.cpuSeconds * 1000) : null],
          [t('memory'), peak > 0 ? sizeText(peak) : null],
          [
            t('digest'),
            receipt ? (
              <Digest key="digest" value={receipt.digest} label={t('digest')} />
            ) : run.status === 'FINISHED' ? (
              t('noReceipt')
            ) : (
              pending
            ),
          ],
        ]}
      />
      {receipt && (
        <details className={styles.statement}>
          <summary>{t('statement')}</summary>
          <pre tabIndex={0}>{readableJson(receipt.statement)}</pre>
        </details>
      )}
    </Panel>
  );
}
