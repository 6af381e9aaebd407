'use client';

import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  TakeOffShortlistDocument,
  type SentRequestFragment,
  type ShortlistRowFragment,
} from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { MutationStatus } from '@/ui/mutation-status';
import { save } from '@/ui/save';
import { CandidateFacts } from './candidate-facts';
import { shortlistCsv } from './shortlist-csv';
import styles from './hiring.module.css';

interface Props {
  rows: readonly ShortlistRowFragment[];
  sent: readonly SentRequestFragment[];
}

/** The shortlist with its notes and what became of contact requests; as a file, too. */
export function ShortlistTable({ rows: given, sent }: Props) {
  const t = useTranslations('hiring');
  const [rows, setRows] = useState(given);
  const [takeOff, { loading, error }] = useMutation(TakeOffShortlistDocument, { fetchPolicy: 'no-cache' });

  async function remove(candidateId: string) {
    const { data } = await takeOff({ variables: { candidateId }, errorPolicy: 'all' });
    if (data) setRows(data.takeOffShortlist);
  }

  return (
    <>
      <Button
        variant="default"
        mb="md"
        onClick={() =>
          save('shortlist.csv', 'text/csv;charset=utf-8', shortlistCsv(rows, window.location.origin))
        }
      >
        {t('csv')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
      <ul className={styles.list}>
        {rows.map(({ candidate, note, createdAt }) => {
          const request = sent.find(({ candidateId }) => candidateId === candidate.id);
          return (
            <li key={candidate.id} className={styles.card} data-testid="shortlisted">
              <div className={styles.head}>
                <h2>
                  <Link href={`/candidates/${candidate.id}`}>{candidate.name}</Link>
                </h2>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={loading}
                  aria-label={t('takeOffNamed', { name: candidate.name })}
                  onClick={() => void remove(candidate.id)}
                >
                  {t('takeOff')}
                </Button>
              </div>
              <CandidateFacts candidate={candidate} />
              {note && <p className={styles.note}>{note}</p>}
              <p className={styles.quiet}>
                {t('added')} <LocalTime at={createdAt} style="date" />
                {request && (
                  <> · {t(`contactStatus.${request.status}`, { address: request.address ?? '' })}</>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
