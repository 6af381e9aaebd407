'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  ReusedRubricDocument,
  type RubricCriterionFieldsFragment as Criterion,
  type RubricSourcesQuery,
} from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './rubrics.module.css';

interface Props {
  /** The other assignments of the organization. */
  sources: RubricSourcesQuery['assignments'];
  onCriteria: (criteria: readonly Criterion[]) => void;
}

/** Brings in what people judge by in another assignment. */
export function ReuseForm({ sources, onCriteria }: Props) {
  const t = useTranslations('rubric');
  const [slug, setSlug] = useState('');
  const [added, setAdded] = useState<number | null>(null);
  const [look, { loading, error }] = useLazyQuery(ReusedRubricDocument, { errorPolicy: 'all' });

  async function add() {
    const { data } = await look({ variables: { slug } });
    if (!data) return;
    const criteria = data.rubric.criteria.filter(({ mode }) => mode === 'MANUAL');
    onCriteria(criteria);
    setAdded(criteria.length);
  }

  return (
    <fieldset className={styles.criterion}>
      <legend>{t('reuse')}</legend>
      <p className={styles.note}>{t('reuseNote')}</p>
      <div className={styles.row}>
        <NativeSelect
          className={styles.grow}
          label={t('reuseFrom')}
          value={slug}
          data={[
            { value: '', label: t('reuseChoose') },
            ...sources.map((source) => ({ value: source.slug, label: source.title })),
          ]}
          onChange={(event) => {
            setSlug(event.currentTarget.value);
            setAdded(null);
          }}
        />
        <Button variant="default" disabled={slug === ''} loading={loading} onClick={() => void add()}>
          {t('reuseAdd')}
        </Button>
      </div>
      <div role="status">{added !== null && <p>{t('reused', { count: added })}</p>}</div>
      <MutationStatus error={error} refused={t('refused')} />
    </fieldset>
  );
}
