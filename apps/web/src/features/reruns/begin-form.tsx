'use client';

import { RERUN_LIMITS } from '@holdout/domain';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BeginRerunDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { durationText } from '@/ui/units';
import type { RerunVersion } from './reruns.types';
import styles from './reruns.module.css';

interface Props {
  assignmentSlug: string;
  cohortSlug: string;
  /** Those on which somebody's work can be run again, newest first. */
  versions: readonly RerunVersion[];
}

/** Chooses the version, says what a re-run on it runs, and begins with a sample. */
export function BeginForm({ assignmentSlug, cohortSlug, versions }: Props) {
  const t = useTranslations('reruns');
  const [chosen, setChosen] = useState(versions[0]?.version);
  const [begin] = useMutation(BeginRerunDocument, { errorPolicy: 'all' });
  const target = versions.find(({ version }) => version === chosen);
  if (!target) return null;
  const { version, works, seconds } = target;
  const amount = { works, time: durationText(seconds * 1000) };
  return (
    <div className={styles.form}>
      <NativeSelect
        label={t('version')}
        value={version}
        data={versions.map((one) => ({ value: String(one.version), label: t('versionNumber', one) }))}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
      />
      <p>{seconds > 0 ? t('amount', amount) : t('amountUnknown', amount)}</p>
      <ConfirmedButton
        label={t('begin', { version })}
        name={t('begin', { version })}
        size="sm"
        variant="filled"
        title={t('beginTitle', { version })}
        text={t('beginText', { sample: Math.min(RERUN_LIMITS.sample, works) })}
        keep={t('notNow')}
        confirm={t('beginConfirm')}
        refused={t('refused')}
        act={() => begin({ variables: { input: { assignmentSlug, cohortSlug, version } } })}
      />
    </div>
  );
}
