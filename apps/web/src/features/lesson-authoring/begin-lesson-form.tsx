'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { LESSON_LIMITS, slugOf } from '@holdout/domain';
import { BeginLessonDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './lesson-authoring.module.css';

/** Begins a lesson and goes on to its editor. */
export function BeginLessonForm({ stageSlug }: { stageSlug: string }) {
  const t = useTranslations('lessonAuthoring');
  const router = useRouter();
  const [title, setTitle] = useState('');
  /** Null as long as it follows the title. */
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? slugOf(title, LESSON_LIMITS.slugLength);
  const [begin, { loading, error }] = useMutation(BeginLessonDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data } = await begin({ variables: { input: { stageSlug, slug, title } } });
    if (data) router.push(`/stages/${stageSlug}/lessons/${data.beginLesson.slug}/edit`);
  }

  return (
    <form className={`${styles.stack} ${styles.begin}`} onSubmit={(event) => void submit(event)}>
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('title')}
          value={title}
          maxLength={LESSON_LIMITS.title}
          required
          withAsterisk={false}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          className={styles.grow}
          label={t('slug')}
          value={slug}
          maxLength={LESSON_LIMITS.slugLength}
          required
          withAsterisk={false}
          onChange={(event) => setOwnSlug(event.currentTarget.value)}
        />
        <Button type="submit" loading={loading}>
          {t('begin')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
