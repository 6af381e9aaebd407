'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { FormTeamDocument, JoinTeamDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './teams.module.css';

/** Found a team, or join a classmate's with the code that they were given. */
export function EnterTeam({ slug }: { slug: string }) {
  const t = useTranslations('teams');
  const router = useRouter();
  const [form, forming] = useMutation(FormTeamDocument, { errorPolicy: 'all' });
  const [join, joining] = useMutation(JoinTeamDocument, { errorPolicy: 'all' });

  async function enter(answer: Promise<{ error?: unknown }>) {
    if (!(await answer).error) router.refresh();
  }

  return (
    <div className={styles.forms}>
      <OneField
        label={t('newName')}
        button={t('form')}
        maxLength={40}
        isBusy={forming.loading}
        onSubmit={(name) => void enter(form({ variables: { assignmentSlug: slug, name } }))}
      />
      <OneField
        label={t('code')}
        button={t('join')}
        maxLength={20}
        isBusy={joining.loading}
        onSubmit={(code) => void enter(join({ variables: { assignmentSlug: slug, code } }))}
      />
      <MutationStatus error={forming.error ?? joining.error} refused={t('refused')} />
    </div>
  );
}

interface FieldProps {
  label: string;
  button: string;
  maxLength: number;
  isBusy: boolean;
  onSubmit: (text: string) => void;
}

function OneField({ label, button, maxLength, isBusy, onSubmit }: FieldProps) {
  const [text, setText] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(text);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        className={styles.field}
        label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={maxLength}
        required
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {button}
      </Button>
    </form>
  );
}
