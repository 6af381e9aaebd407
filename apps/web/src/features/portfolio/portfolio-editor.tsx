'use client';

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PORTFOLIO_LIMITS } from '@holdout/domain';
import { SavePortfolioDocument, type MyPortfolioQuery, type OwnPortfolioFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useUnsaved } from '@/lib/use-unsaved';
import { MutationStatus } from '@/ui/mutation-status';
import type { PortfolioItem } from './portfolio-item';
import { ResultsEditor } from './results-editor';
import styles from './portfolio-editor.module.css';

interface Props {
  portfolio: OwnPortfolioFragment;
  passes: MyPortfolioQuery['myPasses'];
}

/** Everything that a portfolio shows. Kept here until it is saved as a whole. */
export function PortfolioEditor({ portfolio, passes }: Props) {
  const t = useTranslations('portfolio');
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(portfolio));
  /** The text sent last. What is typed while it is being sent is not part of it. */
  const [saved, setSaved] = useState(draft);
  useUnsaved(draft !== saved);
  const [save, { data, loading, error }] = useMutation(SavePortfolioDocument);

  function change(part: Partial<typeof draft>) {
    setDraft((known) => ({ ...known, ...part }));
  }

  async function saveAll() {
    const { data: taken } = await save({ variables: { input: draft }, errorPolicy: 'all' });
    if (!taken) return;
    setSaved(draft);
    // The address and the preview are made on the server.
    router.refresh();
  }

  const field = (name: 'headline' | 'location' | 'slug' | 'pseudonym', maxLength: number, hint?: string) => (
    <TextInput
      label={t(name)}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description']}
      value={draft[name] ?? ''}
      maxLength={maxLength}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void saveAll();
      }}
    >
      {field('headline', PORTFOLIO_LIMITS.headline, t('headlineHint'))}
      <div className={styles.pair}>
        {field('pseudonym', PORTFOLIO_LIMITS.pseudonym, t('pseudonymHint'))}
        {field('slug', 60, t('slugHint'))}
      </div>
      <div className={styles.pair}>
        {field('location', PORTFOLIO_LIMITS.location)}
        <Checkbox
          className={styles.beside}
          label={t('remote')}
          checked={draft.isRemote}
          onChange={(event) => change({ isRemote: event.currentTarget.checked })}
        />
      </div>
      <ResultsEditor items={draft.items} passes={passes} onChange={(items) => change({ items })} />
      <div className={styles.save}>
        <Button type="submit" loading={loading}>
          {t('save')}
        </Button>
        <MutationStatus error={error} refused={t('refused')}>
          {draft === saved ? data && t('saved') : t('unsaved')}
        </MutationStatus>
      </div>
    </form>
  );
}

function draftOf({ slug, headline, pseudonym, location, isRemote, items }: OwnPortfolioFragment) {
  return { slug, headline, pseudonym, location, isRemote, items: items.map(inputOf) };
}

/** What Apollo adds to know an object again is no input. */
function inputOf(item: OwnPortfolioFragment['items'][number]): PortfolioItem {
  const { submissionId, caseStudy, showsMetrics, showsPercentile, showsComments, showsFigures } = item;
  const { showsModelCard, showsCode, showsCriteria } = item;
  return {
    submissionId,
    caseStudy,
    showsMetrics,
    showsPercentile,
    showsComments,
    showsFigures,
    showsModelCard,
    showsCode,
    showsCriteria,
  };
}
