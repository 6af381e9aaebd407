'use client';

import { Button, MultiSelect } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { ShareReviewsDocument, type ReviewSettingsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from '@/features/settings/settings.module.css';

/** Shares the runs that nobody has taken among the chosen graders. */
export function ShareForm({ slug, graders }: { slug: string; graders: ReviewSettingsQuery['graders'] }) {
  const t = useTranslations('reviews');
  const router = useRouter();
  const [graderIds, setGraderIds] = useState<string[]>([]);
  const [share, { loading, error, data }] = useMutation(ShareReviewsDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await share({ variables: { slug, graderIds } });
    if (!answer.error) router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <MultiSelect
        label={t('gradersChosen')}
        data={graders.map(({ id, name }) => ({ value: id, label: name }))}
        value={graderIds}
        onChange={setGraderIds}
        searchable
        maw={480}
      />
      <div>
        <Button type="submit" variant="default" loading={loading} disabled={graderIds.length === 0}>
          {t('shareNow')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('shared', { count: data.shareReviews })}</p>}
      </MutationStatus>
    </form>
  );
}
