'use client';

import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AnswerContactRequestDocument, type ReceivedRequestFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './portfolio-editor.module.css';

const MEANINGS = { SENT: 'attention', ACCEPTED: 'passed', DECLINED: 'neutral' } as const;

/** What hiring managers ask, each answered once. */
export function ContactRequests({ requests: given }: { requests: readonly ReceivedRequestFragment[] }) {
  const t = useTranslations('portfolio');
  const [answer, { data, loading, error }] = useMutation(AnswerContactRequestDocument, {
    fetchPolicy: 'no-cache',
  });
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const newest = new Map(data?.answerContactRequest.map((request) => [request.id, request]));
  const requests = given.map((request) =>
    answered.has(request.id) ? (newest.get(request.id) ?? request) : request,
  );

  async function send(id: string, isAccepted: boolean) {
    await answer({ variables: { id, isAccepted }, errorPolicy: 'all' });
    setAnswered((known) => new Set([...known, id]));
  }

  if (requests.length === 0) return <p>{t('noContacts')}</p>;
  return (
    <>
      <MutationStatus error={error} refused={t('refused')} />
      <ul className={styles.requests}>
        {requests.map(({ id, managerName, organizationName, message, status, createdAt }) => (
          <li key={id} className={styles.item} data-testid="contact-request" data-status={status}>
            <div className={styles.itemHead}>
              <h3>{t('contactFrom', { manager: managerName, organization: organizationName })}</h3>
              <Mark meaning={MEANINGS[status]}>{t(`contactStatus.${status}`)}</Mark>
            </div>
            <p className={styles.message}>{message}</p>
            <div className={styles.save}>
              {status === 'SENT' && (
                <>
                  <Button size="compact-md" loading={loading} onClick={() => void send(id, true)}>
                    {t('accept')}
                  </Button>
                  <Button
                    size="compact-md"
                    variant="default"
                    loading={loading}
                    onClick={() => void send(id, false)}
                  >
                    {t('decline')}
                  </Button>
                </>
              )}
              <LocalTime at={createdAt} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
