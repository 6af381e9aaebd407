'use client';

import { NativeSelect } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ComparisonDocument, type ComparisonFragment, type EarlierFragment } from '@/generated/graphql';
import { query } from '@/lib/apollo/ask';
import { useWhy } from '@/ui/use-why';
import { momentFormat } from '@/lib/moment';
import { useReaderZone } from '@/lib/reader-zone';
import { Mark, type Meaning } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { DifferenceBar } from './difference-bar';
import styles from './comparison.module.css';

interface Props {
  runId: string;
  /** The run before. */
  first: ComparisonFragment;
  choices: EarlierFragment[];
}

const MEANING: Record<ComparisonFragment['verdict'], Meaning> = {
  BETTER: 'passed',
  WORSE: 'attention',
  NO_DIFFERENCE: 'neutral',
  NOT_PAIRED: 'neutral',
};

/** This score beside an earlier attempt's on the same hidden rows: better, worse, or no difference shown. */
export function Comparison({ runId, first, choices }: Props) {
  const why = useWhy();
  const t = useTranslations('score.comparison');
  const format = useFormatter();
  const timeZone = useReaderZone() ?? 'UTC';
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);

  async function compare(earlierRunId: string) {
    setProblem(null);
    try {
      const { data } = await query(ComparisonDocument, { variables: { id: runId, earlierRunId } });
      if (data?.run.comparison) setShown(data.run.comparison);
    } catch (error) {
      setProblem(why(error));
    }
  }

  const { verdict, difference, low, high, earlier } = shown;
  return (
    <div className={styles.comparison} data-testid="comparison" data-verdict={verdict}>
      <NativeSelect
        size="sm"
        className={styles.choice}
        label={t('with')}
        data={choices.map(({ id, fileName, queuedAt, value }) => ({
          value: id,
          label: t('choice', {
            file: fileName,
            at: format.dateTime(new Date(queuedAt), momentFormat('minute', timeZone)),
            points: value,
          }),
        }))}
        value={earlier.id}
        onChange={(event) => void compare(event.currentTarget.value)}
      />
      <div>
        <Mark meaning={MEANING[verdict]}>{t(`verdict.${verdict}`)}</Mark>
        <p>
          {difference !== null && low !== null && high !== null
            ? t('difference', { difference, low, high })
            : t(`noNumbers.${verdict === 'NOT_PAIRED' ? 'NOT_PAIRED' : 'NOT_RELEASED'}`)}
        </p>
        {difference !== null && low !== null && high !== null && (
          <DifferenceBar value={difference} low={low} high={high} />
        )}
      </div>
      {problem && (
        <Notice meaning="failed" title={t('failed')}>
          {problem}
        </Notice>
      )}
    </div>
  );
}
