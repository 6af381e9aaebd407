'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { LESSON_LIMITS, slugOf } from '@holdout/domain';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './authoring.module.css';

interface Props {
  begin: (title: string, slug: string) => Promise<void>;
  beginning: { loading: boolean; error?: unknown };
}

/** A title, and the address that follows from it unless its author wants another. */
export function BeginForm({ begin, beginning }: Props) {
  const t = useTranslations('versions');
  const [title, setTitle] = useState('');
  /** Null as long as it follows the title. */
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? slugOf(title, LESSON_LIMITS.slugLength);

  function submit(event: FormEvent) {
    event.preventDefault();
    void begin(title, slug);
  }

  return (
    <form className={`${styles.stack} ${styles.begin}`} onSubmit={submit}>
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
        <Button type="submit" loading={beginning.loading}>
          {t('begin')}
        </Button>
      </div>
      <MutationStatus error={beginning.error} refused={t('refused')} />
    </form>
  );
}
