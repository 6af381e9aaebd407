'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import {
  ReviseRubricDocument,
  RubricImpactDocument,
  type RubricCriterionFieldsFragment as Criterion,
  type RubricQuery,
  type RubricSourcesQuery,
} from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useUnsaved } from '@/lib/use-unsaved';
import { MutationStatus } from '@/ui/mutation-status';
import { CriterionFields } from './criterion-fields';
import { ImpactView } from './impact-view';
import { ReuseForm } from './reuse-form';
import { newCriterion, toInput, withCopies } from './rubric-input';
import styles from './rubrics.module.css';

interface Props {
  rubric: RubricQuery['rubric'];
  /** The other assignments, whose criteria can be reused. */
  sources: RubricSourcesQuery['assignments'];
  onApplied: (version: number) => void;
}

/** Changes a rubric: first whose points that changes, then, with a reason, for good. */
export function RubricEditor({ rubric, sources, onApplied }: Props) {
  const t = useTranslations('rubric');
  const router = useRouter();
  const [criteria, setCriteria] = useState(rubric.criteria);
  const [inForce, setInForce] = useState(criteria);
  useUnsaved(criteria !== inForce);
  /** The criteria that were reviewed. A later change has to be reviewed again. */
  const [seen, setSeen] = useState<Criterion[] | null>(null);
  const [reason, setReason] = useState('');
  const [look, impact] = useLazyQuery(RubricImpactDocument, { errorPolicy: 'all' });
  const [revise, { loading, error }] = useMutation(ReviseRubricDocument, { errorPolicy: 'all' });
  const totalWeight = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const input = toInput(rubric, criteria);

  function change(at: number, criterion: Criterion) {
    setCriteria(criteria.map((known, index) => (index === at ? criterion : known)));
  }

  async function preview(event: FormEvent) {
    event.preventDefault();
    const answer = await look({ variables: { input } });
    if (answer.data) setSeen(criteria);
  }

  async function apply(event: FormEvent) {
    event.preventDefault();
    const answer = await revise({ variables: { input, reason } });
    if (!answer.data) return;
    setInForce(criteria);
    setSeen(null);
    setReason('');
    onApplied(answer.data.reviseRubric.version);
    router.refresh();
  }

  return (
    <>
      <form className={styles.editor} onSubmit={(event) => void preview(event)}>
        {criteria.map((criterion, index) => (
          <CriterionFields
            key={criterion.key}
            criterion={criterion}
            totalWeight={totalWeight}
            onChange={(changed) => change(index, changed)}
            onRemove={() => setCriteria(criteria.filter((_, other) => other !== index))}
          />
        ))}
        {sources.length > 0 && (
          <ReuseForm
            sources={sources}
            onCriteria={(others) => setCriteria((known) => withCopies(known, others))}
          />
        )}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              setCriteria([...criteria, newCriterion(criteria, (level) => t(`newLevel.${level}`))])
            }
          >
            {t('add')}
          </Button>
          <Button type="submit" loading={impact.loading}>
            {t('preview')}
          </Button>
        </Group>
        <MutationStatus error={impact.error} refused={t('refused')} />
      </form>
      {impact.data && seen === criteria && (
        <section className={styles.impact} aria-labelledby="impact-heading">
          <h2 id="impact-heading">{t('impact')}</h2>
          <ImpactView impact={impact.data.rubricImpact} />
          <form className={styles.row} onSubmit={(event) => void apply(event)}>
            <TextInput
              className={styles.grow}
              label={t('reason')}
              description={t('reasonNote')}
              value={reason}
              maxLength={1000}
              required
              withAsterisk={false}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" loading={loading}>
              {t('apply')}
            </Button>
          </form>
          <MutationStatus error={error} refused={t('refused')} />
        </section>
      )}
    </>
  );
}
