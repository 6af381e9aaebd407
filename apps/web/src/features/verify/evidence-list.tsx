import type { SeenReceipt, Sources } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Digest } from '@/ui/digest';
import { LocalTime } from '@/ui/local-time';
import { Section } from '@/ui/page';
import { Facts } from '@/ui/panel';
import { readableJson } from '@/ui/readable-json';
import { Table } from '@/ui/table';
import { ReproducedEvidence } from './reproduced-evidence';
import styles from './verify-page.module.css';

/** The receipts behind a credential: every number with what produced it. */
export function EvidenceList({ receipts, sources }: { receipts: readonly SeenReceipt[]; sources: Sources }) {
  const t = useTranslations('verify.receipt');
  if (receipts.length === 0) return null;
  return (
    <Section title={t('title')} note={t('note')}>
      {receipts.map((receipt) => (
        <Evidence key={receipt.digest} receipt={receipt} sources={sources} isOpen={receipts.length === 1} />
      ))}
    </Section>
  );
}

function Evidence({
  receipt: { address, digest, statement, predicate },
  sources,
  isOpen,
}: {
  receipt: SeenReceipt;
  sources: Sources;
  isOpen: boolean;
}) {
  const t = useTranslations('verify.receipt');
  const points = useTranslations('points');
  const kinds = useTranslations('runs.kind');
  const splits = useTranslations('assignment.splitName');
  return (
    <details className={styles.details} open={isOpen}>
      <summary>
        {predicate ? `${predicate.assignment.slug}, ${points('withInterval', predicate.points)}` : digest}
      </summary>
      <Facts
        items={[
          [t('digest'), <Digest key="digest" value={digest} label={t('digest')} />],
          ...(predicate
            ? ([
                [
                  t('assignment'),
                  `${predicate.assignment.slug}, ${t('version')} ${predicate.assignment.version}`,
                ],
                [t('kind'), kinds(predicate.run.kind)],
                [
                  t('submission'),
                  <Digest key="s" value={predicate.submission.sha256} label={t('submission')} />,
                ],
                [t('commit'), predicate.submission.gitCommit],
                [t('scorer'), <Digest key="c" value={predicate.scorer.sha256} label={t('scorer')} />],
                [t('rows'), predicate.splits.map(({ name, rows }) => `${splits(name)} ${rows}`).join(', ')],
                [t('started'), <LocalTime key="a" at={predicate.started} />],
                [t('finished'), <LocalTime key="z" at={predicate.finished} />],
              ] as [string, ReactNode][])
            : []),
        ]}
      />
      {predicate && (
        <Table label={t('metrics')} narrow="abreast">
          <thead>
            <tr>
              <th scope="col">{t('metric')}</th>
              <th scope="col">{t('split')}</th>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('interval')}</th>
            </tr>
          </thead>
          <tbody>
            {predicate.metrics.map(({ name, split, value, ci }) => (
              <tr key={`${name} ${split}`}>
                <th scope="row">{name}</th>
                <td data-label={t('split')}>{splits(split)}</td>
                <td data-label={t('value')} className="num">
                  {value.toPrecision(4)}
                </td>
                <td data-label={t('interval')} className="num">
                  {t('range', { low: ci.low.toPrecision(4), high: ci.high.toPrecision(4) })}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <ReproducedEvidence address={address} title={predicate?.assignment.slug ?? digest} sources={sources} />
      <details className={styles.details}>
        <summary>{t('all')}</summary>
        <pre tabIndex={0} className={styles.statement}>
          {readableJson(statement)}
        </pre>
      </details>
    </details>
  );
}
