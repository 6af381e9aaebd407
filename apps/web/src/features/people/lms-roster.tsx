'use client';

import { Button, Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '@/features/settings/settings.module.css';
import { importLmsRoster } from './import-roster';
import { RosterOutcome } from './roster-outcome';
import { useRosterImport } from './use-roster-import';

interface Props {
  /** One link of each course. */
  courses: { linkId: string; title: string }[];
}

/** The students of a course in the LMS: tried first, row by row, then enrolled or invited. */
export function LmsRoster({ courses }: Props) {
  const t = useTranslations('lmsRoster');
  const [linkId, setLinkId] = useState(courses[0]?.linkId ?? '');
  const { report, error, loading, run, forget } = useRosterImport();

  const start = (isDryRun: boolean) => void run((isTried) => importLmsRoster(linkId, isTried), isDryRun);

  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Select
          label={t('course')}
          data={courses.map((course) => ({ value: course.linkId, label: course.title }))}
          value={linkId}
          allowDeselect={false}
          onChange={(value) => {
            forget();
            setLinkId(value ?? '');
          }}
        />
        <Button variant="default" loading={loading} onClick={() => start(true)}>
          {t('try')}
        </Button>
        {report?.isDryRun && (
          <Button loading={loading} onClick={() => start(false)}>
            {t('bring')}
          </Button>
        )}
      </div>
      <RosterOutcome report={report} error={error} />
    </div>
  );
}
