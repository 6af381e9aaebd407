'use client';

import { reproductionsOf, type PublishedReproduction, type Sources } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ResultReproductions } from '@/features/reproductions/result-reproductions';
import styles from './verify-page.module.css';

interface Props {
  /** The address of the receipt. */
  address: string;
  title: string;
  sources: Sources;
}

/** The reproductions of a receipt's result, according to its issuer. Nothing if there are none. */
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
