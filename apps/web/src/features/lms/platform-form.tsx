'use client';

import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { RegisterLtiPlatformDocument, type Role } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './lms.module.css';

const FIELDS = [
  'name',
  'issuer',
  'clientId',
  'deploymentId',
  'authorizationUrl',
  'tokenUrl',
  'jwksUrl',
] as const;
type Fields = Record<(typeof FIELDS)[number], string>;
const ROLES = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR'] as const satisfies Role[];

const NOTHING: Fields = {
  name: '',
  issuer: '',
  clientId: '',
  deploymentId: '',
  authorizationUrl: '',
  tokenUrl: '',
  jwksUrl: '',
};

/** Registers an LMS with what it shows once the tool is added there, and says who may come in from it. */
export function PlatformForm() {
  const t = useTranslations('lms');
  const roles = useTranslations('roles');
  const router = useRouter();
  const [fields, setFields] = useState(NOTHING);
  const [admitsPeople, setAdmitsPeople] = useState(false);
  const [highestRole, setHighestRole] = useState<Role>('TEACHING_ASSISTANT');
  const [register, { error, loading }] = useMutation(RegisterLtiPlatformDocument, { errorPolicy: 'all' });

  const refusedField = error ? apiFailure(error).field : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await register({ variables: { input: { ...fields, admitsPeople, highestRole } } });
    if (answer.error) return;
    setFields(NOTHING);
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form}>
      <div className={styles.fields}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            type={field.endsWith('Url') ? 'url' : 'text'}
            label={t(`field.${field}`)}
            description={field === 'name' ? t('nameHint') : undefined}
            inputWrapperOrder={['label', 'input', 'description']}
            value={fields[field]}
            maxLength={field === 'name' ? 100 : field.endsWith('Url') ? 2000 : 255}
            onChange={(event) => setFields({ ...fields, [field]: event.currentTarget.value })}
            error={refusedField === field}
            required
            withAsterisk={false}
          />
        ))}
      </div>
      <Checkbox
        label={t('admits')}
        description={t('admitsNote')}
        checked={admitsPeople}
        onChange={(event) => setAdmitsPeople(event.currentTarget.checked)}
        maw="60rem"
      />
      {admitsPeople && (
        <Select
          label={t('highest')}
          description={t('highestNote')}
          inputWrapperOrder={['label', 'input', 'description']}
          data={ROLES.map((value) => ({ value, label: roles(value) }))}
          value={highestRole}
          allowDeselect={false}
          onChange={(value) => setHighestRole(ROLES.find((known) => known === value) ?? 'STUDENT')}
        />
      )}
      <Button type="submit" loading={loading}>
        {t('submit')}
      </Button>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
