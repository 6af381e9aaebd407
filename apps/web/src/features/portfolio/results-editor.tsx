'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PORTFOLIO_LIMITS } from '@holdout/domain';
import type { MyPortfolioQuery } from '@/generated/graphql';
import type { PortfolioItem } from './portfolio-item';
import { reordered } from './reordered';
import { ResultEditor } from './result-editor';
import styles from './portfolio-editor.module.css';

interface Props {
  items: readonly PortfolioItem[];
  passes: MyPortfolioQuery['myPasses'];
  onChange: (items: PortfolioItem[]) => void;
}

const begun = (submissionId: string): PortfolioItem => ({
  submissionId,
  caseStudy: '',
  showsMetrics: true,
  showsPercentile: false,
  showsComments: false,
  showsFigures: true,
  showsModelCard: true,
  showsCode: false,
  showsCriteria: true,
});

/** Which results are shown, in which order. Buttons move them, so that a keyboard does as well as a mouse. */
export function ResultsEditor({ items, passes, onChange }: Props) {
  const t = useTranslations('portfolio');
  const [said, setSaid] = useState('');
  const titleOf = (submissionId: string) =>
    passes.find((pass) => pass.submissionId === submissionId)?.assignmentTitle ?? null;
  const addable = passes.filter(
    (pass) => !items.some(({ submissionId }) => submissionId === pass.submissionId),
  );

  function move(index: number, by: -1 | 1) {
    onChange([...reordered(items, index, by)]);
    const title = titleOf(items[index]?.submissionId ?? '') ?? t('gone');
    setSaid(t('moved', { title, position: index + by + 1 }));
  }

  return (
    <fieldset className={styles.results}>
      <legend>{t('results')}</legend>
      <p className={styles.note}>{t('resultsNote')}</p>
      {passes.length === 0 && <p>{t('noPasses')}</p>}
      <ol>
        {items.map((item, index) => (
          <li key={item.submissionId}>
            <ResultEditor
              item={item}
              title={titleOf(item.submissionId)}
              position={{ isFirst: index === 0, isLast: index === items.length - 1 }}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(items.filter((_, at) => at !== index))}
              onChange={(changed) => onChange(items.map((known, at) => (at === index ? changed : known)))}
            />
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {said}
      </p>
      {addable.length > 0 && items.length < PORTFOLIO_LIMITS.results && (
        <Select
          label={t('add')}
          value={null}
          data={addable.map(({ submissionId, assignmentTitle, value, low, high }) => ({
            value: submissionId,
            label: t('addOption', { title: assignmentTitle, value, low, high }),
          }))}
          onChange={(submissionId) => submissionId && onChange([...items, begun(submissionId)])}
        />
      )}
    </fieldset>
  );
}
