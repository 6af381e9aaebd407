'use client';

import { Button } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LocalTime } from '@/ui/local-time';
import { comparedFiles } from './matched-lines';
import { MatchedFile } from './matched-file';
import type { Side, SideBySide } from './similarity.types';
import styles from './similarity.module.css';

const SIDES: readonly Side[] = ['left', 'right'];

/** Two works beside each other; choosing a match brings it into view on both sides. */
export function SideBySideView({ pair: compared }: { pair: SideBySide }) {
  const t = useTranslations('similarity');
  const [chosen, setChosen] = useState<number | null>(null);
  const { matches, pair } = compared;

  function show(match: number) {
    setChosen(match);
    for (const side of SIDES)
      document.getElementById(`${side}-${match}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <>
      <ul className={styles.matches} aria-label={t('matches')}>
        {matches.map(({ left, right }, index) => (
          <li key={index}>
            <Button
              size="compact-sm"
              variant={chosen === index + 1 ? 'filled' : 'default'}
              aria-pressed={chosen === index + 1}
              onClick={() => show(index + 1)}
            >
              {t('match', {
                number: index + 1,
                left: left.to - left.from + 1,
                right: right.to - right.from + 1,
              })}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.sides}>
        {SIDES.map((side) => (
          <section key={side} className={styles.side} aria-label={pair[side].name}>
            <h2>{pair[side].name}</h2>
            <p className={styles.handedIn}>
              {t('handedIn')} <LocalTime at={compared[side].submittedAt} />
              {compared[side].runId && (
                <>
                  {' '}
                  <Link href={`/runs/${compared[side].runId}`}>{t('run')}</Link>
                </>
              )}
            </p>
            <div
              className={styles.code}
              role="region"
              aria-label={t('codeOf', { name: pair[side].name })}
              tabIndex={0}
            >
              {comparedFiles(compared, side).map((file) => (
                <MatchedFile key={file.path} file={file} side={side} chosen={chosen} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
