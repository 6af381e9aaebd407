'use client';

import { reproductionsOf, type PublishedReproduction, type Sources } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ResultReproductions } from '@/features/reproductions/result-reproductions';
import styles from './verify-page.module.css';

interface Props {
  /** Of the receipt. */
  address: string;
  title: string;
  sources: Sources;
}

/** What came of running the result of a receipt again, by the word of its issuer. Nothing where that says nothing. */
export function ReproducedEvidence({ address, title, sources }: Props) {
  const t = useTranslations('reproduction');
  const [reproductions, setReproductions] = useState<PublishedReproduction[]>([]);
  useEffect(() => {
    let isShown = true;
    void reproductionsOf(address, sources).then((found) => {
      if (isShown) setReproductions(found ?? []);
    });
    return () => {
      isShown = false;
    };
  }, [address, sources]);
  if (reproductions.length === 0) return null;
  return (
    <>
      <h3>{t('evidence')}</h3>
      <p className={styles.sentence}>{t('evidenceNote')}</p>
      <ResultReproductions title={title} reproductions={reproductions} />
    </>
  );
}
