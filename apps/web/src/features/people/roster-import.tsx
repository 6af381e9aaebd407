'use client';

import { useMutation } from '@apollo/client/react';
import { Button, FileInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '@/features/settings/settings.module.css';
import { ImportRosterDocument, type ImportRosterMutation } from '@/generated/graphql';
import { csvOf } from '@/ui/csv';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import { save } from '@/ui/save';
import { RosterTable } from './roster-table';

/** A CSV of people: tried first, row by row, then invited. The links of an import are in a file, which is offered once. */
export function RosterImport() {
  const t = useTranslations('roster');
  const router = useRouter();
  const [csv, setCsv] = useState<string | null>(null);
  const [run, { data, error, loading, reset }] = useMutation(ImportRosterDocument, { errorPolicy: 'all' });
  const report = data?.importRoster;

  async function choose(file: File | null) {
    reset();
    setCsv(file ? await file.text() : null);
  }

  async function start(isDryRun: boolean) {
    const answer = await run({ variables: { csv: csv ?? '', isDryRun } });
    if (!answer.error && !isDryRun) router.refresh();
  }

  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <FileInput
          label={t('file')}
          placeholder={t('choose')}
          accept=".csv,text/csv"
          clearable
          miw={220}
          onChange={(file) => void choose(file)}
        />
        <Button variant="default" disabled={csv === null} loading={loading} onClick={() => void start(true)}>
          {t('try')}
        </Button>
        {report?.isDryRun && report.invited > 0 && (
          <Button loading={loading} onClick={() => void start(false)}>
            {t('invite', { count: report.invited })}
          </Button>
        )}
      </div>
      <MutationStatus error={error} refused={t('failed')}>
        {report && (
          <Notice
            meaning={report.refused > 0 ? 'attention' : 'passed'}
            title={t(report.isDryRun ? 'tried' : 'done', {
              invited: report.invited,
              unchanged: report.unchanged,
              refused: report.refused,
            })}
          >
            {!report.isDryRun && report.invited > 0 && (
              <Button size="compact-sm" variant="default" onClick={() => saveLinks(report)}>
                {t('links')}
              </Button>
            )}
          </Notice>
        )}
      </MutationStatus>
      {report && <RosterTable rows={report.rows} />}
    </div>
  );
}

function saveLinks({ rows }: ImportRosterMutation['importRoster']): void {
  const lines = rows.filter(({ link }) => link).map(({ email, link }) => [email, link]);
  save('invitations.csv', 'text/csv', csvOf([['email', 'link'], ...lines]));
}
