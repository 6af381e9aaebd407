'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sizeText } from '@holdout/domain';
import { Prose } from '@/ui/prose';
import { Empty } from '@/ui/page';
import { CodeLines } from './code-lines';
import type { Grading } from './use-grading';
import { reportOf } from './report-file';
import styles from './grading-desk.module.css';

// Paths of a submission are relative: none is this.
const REPORT = '/report';

/** What the student handed in: the report as it reads, and every text file with its lines. */
export function SourceView({ grading }: { grading: Grading }) {
  const t = useTranslations('reviews');
  const { files, comments } = grading.review;
  const report = reportOf(files);
  const [shown, setShown] = useState<string | null>(report ? REPORT : (files[0]?.path ?? null));
  if (files.length === 0) return <Empty title={t('noFilesTitle')}>{t('noFilesText')}</Empty>;
  return (
    <Tabs value={shown} onChange={setShown} keepMounted={false} className={styles.source}>
      <Tabs.List aria-label={t('files')} className={styles.files}>
        {report && <Tabs.Tab value={REPORT}>{t('report')}</Tabs.Tab>}
        {files.map(({ path }) => {
          const count = comments.filter(({ file }) => file === path).length;
          return (
            <Tabs.Tab key={path} value={path} className={styles.file}>
              {path}
              {count > 0 && <span className={styles.count}>{t('commentCount', { count })}</span>}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {report && (
        <Tabs.Panel value={REPORT}>
          <Prose text={report.text ?? ''} />
        </Tabs.Panel>
      )}
      {files.map(({ path, size, text }) => (
        <Tabs.Panel key={path} value={path}>
          {text === null ? (
            <p className={styles.binary}>{t('noText', { size: sizeText(size) })}</p>
          ) : (
            <CodeLines path={path} text={text} grading={grading} />
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
