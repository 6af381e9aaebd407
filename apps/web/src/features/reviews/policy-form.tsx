'use client';

import { Button, Switch } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { SetReviewPolicyDocument, type ReviewPolicyFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { Segments } from '@/ui/segments';
import styles from '@/features/settings/settings.module.css';

/** How many grade a run, whether they know whom, and whether what they finish counts at once. */
export function PolicyForm({ slug, policy }: { slug: string; policy: ReviewPolicyFieldsFragment }) {
  const t = useTranslations('reviews');
  const router = useRouter();
  const [gradersPerRun, setGraders] = useState(policy.gradersPerRun);
  const [isAnonymous, setAnonymous] = useState(policy.isAnonymous);
  const [isHeld, setHeld] = useState(policy.isHeld);
  const [set, { loading, error, data }] = useMutation(SetReviewPolicyDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = { gradersPerRun, isAnonymous, isHeld };
    const answer = await set({ variables: { slug, policy: wanted } });
    if (!answer.error) router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <div>
        <p>{t('gradersPerRun')}</p>
        <Segments
          label={t('gradersPerRun')}
          value={String(gradersPerRun)}
          onChange={(value) => setGraders(Number(value))}
          options={['1', '2'].map((value) => ({ value, label: t('graders', { count: Number(value) }) }))}
        />
      </div>
      <Switch
        label={t('anonymousLabel')}
        description={t('anonymousNote')}
        checked={isAnonymous}
        onChange={(event) => setAnonymous(event.currentTarget.checked)}
      />
      <Switch
        label={t('heldLabel')}
        description={t('heldNote')}
        checked={isHeld}
        onChange={(event) => setHeld(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={loading}>
          {policy.isHeld && !isHeld ? t('release') : t('save')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('saved')}</p>}
      </MutationStatus>
    </form>
  );
}
