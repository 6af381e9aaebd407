'use client';

import { useMutation } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HIRING_LIMITS } from '@holdout/domain';
import { PutOnShortlistDocument, TakeOffShortlistDocument } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './hiring.module.css';

/** Puts a candidate on the shortlist with a note, changes the note, or takes them off. @param note null when not on it */
export function ShortlistForm({ candidateId, note: before }: { candidateId: string; note: string | null }) {
  const t = useTranslations('hiring');
  const [isOn, setOn] = useState(before !== null);
  const [note, setNote] = useState(before ?? '');
  const [put, putting] = useMutation(PutOnShortlistDocument, { fetchPolicy: 'no-cache' });
  const [takeOff, taking] = useMutation(TakeOffShortlistDocument, { fetchPolicy: 'no-cache' });

  async function save() {
    const { data } = await put({ variables: { candidateId, note }, errorPolicy: 'all' });
    if (data) setOn(true);
  }

  async function remove() {
    const { data } = await takeOff({ variables: { candidateId }, errorPolicy: 'all' });
    if (!data) return;
    setOn(false);
    setNote('');
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxLength={HIRING_LIMITS.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="default" loading={putting.loading}>
          {t(isOn ? 'saveNote' : 'putOn')}
        </Button>
        {isOn && (
          <Button variant="subtle" loading={taking.loading} onClick={() => void remove()}>
            {t('takeOff')}
          </Button>
        )}
      </div>
      <MutationStatus error={putting.error ?? taking.error} refused={t('refused')}>
        {isOn && t('isOn')}
      </MutationStatus>
    </form>
  );
}
