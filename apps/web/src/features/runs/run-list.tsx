'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RunsDocument, type RunsQuery } from '@/generated/graphql';
import { query } from '@/lib/apollo/ask';
import { useWhy } from '@/ui/use-why';
import { Notice } from '@/ui/notice';
import { RunTable } from './run-table';
import styles from './run-list.module.css';

interface Props {
  first: RunsQuery['runs'];
  assignmentSlug?: string;
  withAssignment?: boolean;
  withStudent?: boolean;
}

/** A page of runs from the server, and more of them on demand. */
export function RunList({ first, assignmentSlug, withAssignment, withStudent }: Props) {
  const why = useWhy();
  const t = useTranslations('runs');
  const [more, setMore] = useState<RunsQuery['runs'][]>([]);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = [first, ...more];
  const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? first.pageInfo;

  async function read() {
    setReading(true);
    setProblem(null);
    try {
      const { data } = await query(RunsDocument, {
        variables: { assignmentSlug: assignmentSlug ?? null, first: 20, after: endCursor },
      });
      if (data) setMore([...more, data.runs]);
    } catch (error) {
      setProblem(why(error));
    }
    setReading(false);
  }

  return (
    <div className={styles.list}>
      <RunTable
        runs={pages.flatMap(({ edges }) => edges.map(({ node }) => node))}
        withAssignment={withAssignment}
        withStudent={withStudent}
      />
      {problem && (
        <Notice meaning="failed" title={t('moreFailed')}>
          {problem}
        </Notice>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isReading} onClick={() => void read()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
