'use client';

import { Button, FileInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ROSTER_LIMITS } from '@holdout/domain';
import styles from '@/features/settings/settings.module.css';
import { importRoster } from './import-roster';
import { RosterOutcome } from './roster-outcome';
import { useRosterImport } from './use-roster-import';

/** A CSV of people: tried first, row by row, then invited. The links of an import are in a file, which is offered once. */
export function RosterImport() {
  const t = useTranslations('roster');
  const [file, setFile] = useState<File | null>(null);
  const { report, error, loading, run, forget } = useRosterImport();

  function choose(chosen: File | null) {
    const isTooLarge = chosen !== null && chosen.size > ROSTER_LIMITS.bytes;
    forget(isTooLarge ? new Error(t('tooLarge', { rows: ROSTER_LIMITS.rows })) : null);
    setFile(isTooLarge ? null : chosen);
  }

  function start(isDryRun: boolean) {
    if (file) void run((isTried) => importRoster(file, isTried), isDryRun);
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
        <Button variant="default" disabled={file === null} loading={loading} onClick={() => start(true)}>
          {t('try')}
        </Button>
        {report?.isDryRun && report.invited + report.placed > 0 && (
          <Button loading={loading} onClick={() => start(false)}>
            {t('invite', { count: report.invited + report.placed })}
          </Button>
        )}
      </div>
      <RosterOutcome report={report} error={error} mayUndo />
    </div>
  );
}
