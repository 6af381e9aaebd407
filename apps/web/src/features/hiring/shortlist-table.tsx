'use client';

import { Button } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import {
  TakeOffShortlistDocument,
  type SentRequestFragment,
  type ShortlistRowFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { save } from '@/ui/save';
import { CandidateFacts } from './candidate-facts';
import { shortlistCsv } from './shortlist-csv';
import styles from './hiring.module.css';

interface Props {
  rows: readonly ShortlistRowFragment[];
  sent: readonly SentRequestFragment[];
}

/** The shortlist with its notes and what became of contact requests; as a file, too. */
export function ShortlistTable({ rows, sent }: Props) {
  const t = useTranslations('hiring');
  const [takeOff] = useMutation(TakeOffShortlistDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button
        variant="default"
        mb="md"
        onClick={() =>
          save('shortlist.csv', 'text/csv;charset=utf-8', shortlistCsv(rows, window.location.origin, t))
        }
      >
        {t('csv')}
      </Button>
      <ul className={styles.list}>
        {rows.map(({ candidate, note, createdAt }) => {
          const request = sent.find(({ candidateId }) => candidateId === candidate.id);
          return (
            <li key={candidate.id} className={styles.card} data-testid="shortlisted">
              <div className={styles.head}>
                <h2>
                  <Link href={`/candidates/${candidate.id}`}>{candidate.name}</Link>
                </h2>
                <ConfirmedButton
                  label={t('takeOff')}
                  name={t('takeOffNamed', { name: candidate.name })}
                  title={t('takeOffTitle', { name: candidate.name })}
                  text={t('takeOffText')}
                  keep={t('keepOn')}
                  variant="subtle"
                  refused={t('refused')}
                  act={() => takeOff({ variables: { candidateId: candidate.id } })}
                />
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
