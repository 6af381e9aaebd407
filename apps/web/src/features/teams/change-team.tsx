'use client';

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { ChangeTeamDocument, type TeamFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { StudentPicker, type Student } from './student-picker';
import styles from './teams.module.css';

interface Props {
  team: TeamFieldsFragment;
  of: { assignmentSlug: string; cohortId: string };
  /** Students of the cohort who are in no team: the first of them. */
  firstOthers: readonly Student[];
}

/** Changes the members of a team, with a reason that goes on record. */
export function ChangeTeam({ team, of, firstOthers }: Props) {
  const t = useTranslations('teams');
  const router = useRouter();
  const [add, setAdd] = useState<Student[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [change, { loading, error }] = useMutation(ChangeTeamDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await change({
      variables: { input: { teamId: team.id, add: add.map(({ id }) => id), remove, reason } },
    });
    if (answer.error) return;
    setAdd([]);
    setRemove([]);
    setReason('');
    router.refresh();
  }

  return (
    <form
      className={styles.forms}
      onSubmit={(event) => void submit(event)}
      aria-label={t('changeOf', { name: team.name })}
    >
      <Checkbox.Group label={t('remove')} value={remove} onChange={setRemove}>
        <div className={styles.form}>
          {team.members.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <StudentPicker of={of} first={firstOthers} chosen={add} onChosen={setAdd} />
      <TextInput
        label={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        required
        withAsterisk={false}
      />
      <div>
        <Button type="submit" variant="default" loading={loading} disabled={add.length + remove.length === 0}>
          {t('change')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
