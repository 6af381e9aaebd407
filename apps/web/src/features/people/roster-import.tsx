'use client';

import { Button, FileInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ROSTER_LIMITS, type RosterReport } from '@holdout/domain';
import styles from '@/features/settings/settings.module.css';
import { importRoster } from './import-roster';
import { RosterOutcome } from './roster-outcome';

/** A CSV of people: tried first, row by row, then invited. The links of an import are in a file, which is offered once. */
export function RosterImport() {
  const t = useTranslations('roster');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<RosterReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);

  function choose(chosen: File | null) {
    setReport(null);
    const isTooLarge = chosen !== null && chosen.size > ROSTER_LIMITS.bytes;
    setError(isTooLarge ? new Error(t('tooLarge', { rows: ROSTER_LIMITS.rows })) : null);
    setFile(isTooLarge ? null : chosen);
  }

  async function start(isDryRun: boolean) {
    if (!file) return;
    setLoading(true);
    setError(null);
    try {
      setReport(await importRoster(file, isDryRun));
      if (!isDryRun) router.refresh();
    } catch (refusal) {
      setReport(null);
      setError(refusal);
    } finally {
      setLoading(false);
    }
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
          onChange={choose}
        />
        <Button variant="default" disabled={file === null} loading={loading} onClick={() => void start(true)}>
          {t('try')}
        </Button>
        {report?.isDryRun && report.invited > 0 && (
          <Button loading={loading} onClick={() => void start(false)}>
            {t('invite', { count: report.invited })}
          </Button>
        )}
      </div>
      <RosterOutcome report={report} error={error} />
    </div>
  );
}
