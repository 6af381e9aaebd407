'use client';

import { Button, Checkbox } from '@mantine/core';
import { Link } from '@/ui/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HIRING_LIMITS } from '@holdout/domain';
import type { CandidateCardFragment } from '@/generated/graphql';
import { CandidateFacts } from './candidate-facts';
import styles from './hiring.module.css';

/** Candidates, who can be selected for comparison. */
export function CandidateList({ candidates }: { candidates: readonly CandidateCardFragment[] }) {
  const t = useTranslations('hiring');
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((known) => (isChosen ? [...known, id] : known.filter((other) => other !== id)));
  return (
    <>
      <div className={styles.bar}>
        <p role="status">{t('chosen', { count: chosen.length })}</p>
        <Button
          variant="default"
          disabled={chosen.length < 2}
          onClick={() => router.push(`/candidates/compare?${chosen.map((id) => `id=${id}`).join('&')}`)}
        >
          {t('compare')}
        </Button>
      </div>
      <ul className={styles.list}>
        {candidates.map((candidate) => {
          const { id, name } = candidate;
          const isChosen = chosen.includes(id);
          return (
            <li key={id} className={styles.card} data-testid="candidate">
              <div className={styles.head}>
                <h3>
                  <Link href={`/candidates/${id}`}>{name}</Link>
                </h3>
                <Checkbox
                  aria-label={t('compareNamed', { name })}
                  checked={isChosen}
                  disabled={!isChosen && chosen.length >= HIRING_LIMITS.compared}
                  onChange={(event) => choose(id, event.currentTarget.checked)}
                />
              </div>
              <CandidateFacts candidate={candidate} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
