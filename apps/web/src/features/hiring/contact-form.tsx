'use client';

import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HIRING_LIMITS } from '@holdout/domain';
import { RequestContactDocument, type SentRequestFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './hiring.module.css';

interface Props {
  candidateId: string;
  /** Null before the manager asked. */
  sent: SentRequestFragment | null;
}

/** Asks a candidate for contact, and says what became of it. */
export function ContactForm({ candidateId, sent: before }: Props) {
  const t = useTranslations('hiring');
  const [message, setMessage] = useState('');
  const [ask, { data, loading, error }] = useMutation(RequestContactDocument);
  const sent = data?.requestContact.find((request) => request.candidateId === candidateId) ?? before;
  if (sent) return <p role="status">{t(`contactStatus.${sent.status}`, { address: sent.address ?? '' })}</p>;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void ask({ variables: { candidateId, message }, errorPolicy: 'all' });
      }}
    >
      <Textarea
        label={t('message')}
        description={t('contactHint')}
        autosize
        minRows={3}
        maxLength={HIRING_LIMITS.message}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={loading} disabled={message.trim() === ''}>
          {t('ask')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
