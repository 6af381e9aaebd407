'use client';

import { Button, Select } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RosterReport } from '@holdout/domain';
import styles from '@/features/settings/settings.module.css';
import { importLmsRoster } from './import-roster';
import { RosterOutcome } from './roster-outcome';

interface Props {
  /** One link of each course. */
  courses: { linkId: string; title: string }[];
}

/** The students of a course in the LMS: tried first, row by row, then enrolled or invited. */
export function LmsRoster({ courses }: Props) {
  const t = useTranslations('lmsRoster');
  const router = useRouter();
  const [linkId, setLinkId] = useState(courses[0]?.linkId ?? '');
  const [report, setReport] = useState<RosterReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);

  async function start(isDryRun: boolean) {
    setLoading(true);
    setError(null);
    try {
      setReport(await importLmsRoster(linkId, isDryRun));
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
        <Select
          label={t('course')}
          data={courses.map((course) => ({ value: course.linkId, label: course.title }))}
          value={linkId}
          allowDeselect={false}
          onChange={(value) => {
            setReport(null);
            setLinkId(value ?? '');
          }}
        />
        <Button variant="default" loading={loading} onClick={() => void start(true)}>
          {t('try')}
        </Button>
        {report?.isDryRun && (
          <Button loading={loading} onClick={() => void start(false)}>
            {t('bring')}
          </Button>
        )}
      </div>
      <RosterOutcome report={report} error={error} />
    </div>
  );
}
