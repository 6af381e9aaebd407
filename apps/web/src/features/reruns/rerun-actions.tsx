'use client';

import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { RERUN_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { CommitRerunDocument, ContinueRerunDocument, DiscardRerunDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { ConfirmedButton } from '@/ui/confirmed-button';
import type { Rerun } from './reruns.types';
import styles from './reruns.module.css';

/** What can be done with an open re-run: the rest, all of it for good, or nothing of it. */
export function RerunActions({ rerun }: { rerun: Pick<Rerun, 'id' | 'summary'> }) {
  const t = useTranslations('reruns');
  const [discard] = useMutation(DiscardRerunDocument, { errorPolicy: 'all' });
  const { notStarted, underWay, unfinished, scored } = rerun.summary;
  return (
    <>
      {notStarted + underWay === 0 && scored > 0 && <CommitForm rerun={rerun} />}
      <div className={styles.form}>
        {notStarted + unfinished > 0 && <ContinueButton rerun={rerun} />}
        <ConfirmedButton
          label={t('discard')}
          name={t('discard')}
          size="sm"
          title={t('discardTitle')}
          text={t('discardText')}
          keep={t('keep')}
          refused={t('refused')}
          act={() => discard({ variables: { id: rerun.id } })}
        />
      </div>
    </>
  );
}

function ContinueButton({ rerun: { id, summary } }: { rerun: Pick<Rerun, 'id' | 'summary'> }) {
  const t = useTranslations('reruns');
  const [resume] = useMutation(ContinueRerunDocument, { errorPolicy: 'all' });
  const { notStarted, unfinished } = summary;
  const label = notStarted > 0 ? t('continue', { notStarted }) : t('again', { unfinished });
  return (
    <ConfirmedButton
      label={label}
      name={label}
      size="sm"
      variant="filled"
      title={label}
      text={t('continueText', { runs: notStarted + unfinished })}
      keep={t('notNow')}
      confirm={t('beginConfirm')}
      refused={t('refused')}
      act={() => resume({ variables: { id } })}
    />
  );
}

function CommitForm({ rerun: { id, summary } }: { rerun: Pick<Rerun, 'id' | 'summary'> }) {
  const t = useTranslations('reruns');
  const [reason, setReason] = useState('');
  const [isAsked, question] = useDisclosure(false);
  const [commit] = useMutation(CommitRerunDocument, { errorPolicy: 'all' });
  const { scored, raised, lowered, noLongerPassed, credentialsRevoked, studentErrors, unfinished } = summary;

  function ask(event: FormEvent) {
    event.preventDefault();
    question.open();
  }

  return (
    <form className={styles.commit} onSubmit={ask}>
      <Textarea
        label={t('reason')}
        description={t('reasonNote')}
        value={reason}
        maxLength={RERUN_LIMITS.reason}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit">{t('commit')}</Button>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={question.close}
        title={t('commitTitle')}
        text={t('commitText', {
          scored,
          raised,
          lowered,
          noLongerPassed,
          credentialsRevoked,
          kept: studentErrors + unfinished,
        })}
        keep={t('notNow')}
        confirm={t('commit')}
        refused={t('refused')}
        act={() => commit({ variables: { id, reason } })}
      />
    </form>
  );
}
