'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { InviteDocument, type PeopleQuery, type Role } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { OneTimeLink } from '@/ui/one-time-link';
import styles from '@/features/settings/settings.module.css';
import { AlreadyMember } from './already-member';

const ROLES = [
  'STUDENT',
  'TEACHING_ASSISTANT',
  'INSTRUCTOR',
  'HIRING_MANAGER',
  'ADMIN',
] as const satisfies Role[];

/** One person by email address, who is mailed a link. It is shown once, to be copied too. */
export function InviteForm({ cohorts }: { cohorts: PeopleQuery['cohorts'] }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState('');
  const [role, setRole] = useState<Role>('STUDENT');
  const [cohortId, setCohortId] = useState<string | null>(cohorts[0]?.id ?? null);
  const [invite, { data, error, loading }] = useMutation(InviteDocument, { errorPolicy: 'all' });
  const link = data?.invite.link;
  const failure = error ? apiFailure(error) : null;
  const isAboutAddress = failure?.field === 'email' && email === asked;
  const cohort = cohorts.find(({ id }) => id === cohortId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(email);
    const answer = await invite({
      variables: { input: { email: email.trim(), role, cohortId: role === 'STUDENT' ? cohortId : null } },
    });
    if (answer.error) return;
    setEmail('');
    router.refresh();
  }

  return (
    <div className={styles.stack}>
      <form onSubmit={(event) => void submit(event)} className={styles.row}>
        <TextInput
          type="email"
          label={t('email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={isAboutAddress}
          required
          withAsterisk={false}
        />
        <Select
          label={t('role')}
          data={ROLES.map((value) => ({ value, label: roles(value) }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => setRole(ROLES.find((known) => known === value) ?? 'STUDENT')}
        />
        {role === 'STUDENT' && cohorts.length > 0 && (
          <Select
            label={t('cohort')}
            data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
            value={cohortId}
            onChange={setCohortId}
            clearable
          />
        )}
        <Button type="submit" loading={loading}>
          {t('send')}
        </Button>
      </form>
      <MutationStatus error={error} refused={t('notInvited')}>
        {link && <OneTimeLink link={link} isMailed={data.invite.letter === 'WAITING'} />}
      </MutationStatus>
      {isAboutAddress && failure?.code === 'CONFLICT' && (
        <AlreadyMember email={email.trim()} cohort={(role === 'STUDENT' && cohort) || null} />
      )}
    </div>
  );
}
