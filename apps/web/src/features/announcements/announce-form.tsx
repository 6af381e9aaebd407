'use client';

import { Button, Textarea, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { AnnounceDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import settings from '@/features/settings/settings.module.css';
import styles from './announcements.module.css';

/** Writes to everyone in a cohort. */
export function AnnounceForm({ slug }: { slug: string }) {
  const t = useTranslations('announcements');
  const router = useRouter();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [announce, { loading, error, data }] = useMutation(AnnounceDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await announce({ variables: { input: { cohortSlug: slug, title, text } } });
    if (answer.error) return;
    setTitle('');
    setText('');
    router.refresh();
  }

  return (
    <form className={`${settings.stack} ${styles.form}`} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('titleField')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={120}
        required
        withAsterisk={false}
      />
      <Textarea
        label={t('textField')}
        description={t('textNote')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={5000}
        minRows={5}
        autosize
        required
        withAsterisk={false}
      />
      <div>
        <Button type="submit" loading={loading}>
          {t('send')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {data && <p>{t('sent')}</p>}
      </MutationStatus>
    </form>
  );
}
