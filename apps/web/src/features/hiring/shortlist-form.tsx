'use client';

import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HIRING_LIMITS } from '@holdout/domain';
import { PutOnShortlistDocument, TakeOffShortlistDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './hiring.module.css';

interface Props {
  candidateId: string;
  name: string;
  /** Null when not on it. */
  note: string | null;
}

/** Puts a candidate on the shortlist with a note, changes the note, or takes them off. */
export function ShortlistForm({ candidateId, name, note: before }: Props) {
  const t = useTranslations('hiring');
  const [isOn, setOn] = useState(before !== null);
  const [note, setNote] = useState(before ?? '');
  const [put, putting] = useMutation(PutOnShortlistDocument);
  const [takeOff] = useMutation(TakeOffShortlistDocument, { errorPolicy: 'all' });

  async function save() {
    const { data } = await put({ variables: { candidateId, note }, errorPolicy: 'all' });
    if (data) setOn(true);
  }

  async function remove() {
    const answer = await takeOff({ variables: { candidateId } });
    if (answer.data) {
      setOn(false);
      setNote('');
    }
    return answer;
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
          <ConfirmedButton
            label={t('takeOff')}
            name={t('takeOffNamed', { name })}
            title={t('takeOffTitle', { name })}
            text={t('takeOffText')}
            keep={t('keepOn')}
            variant="subtle"
            size="sm"
            refused={t('refused')}
            act={remove}
          />
        )}
      </div>
      <MutationStatus error={putting.error} refused={t('refused')}>
        {isOn && t('isOn')}
      </MutationStatus>
    </form>
  );
}
