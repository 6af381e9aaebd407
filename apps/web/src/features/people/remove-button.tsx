'use client';

import { useTranslations } from 'next-intl';
import { RemoveMemberDocument, type MemberFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Takes a role away. Runs and scores stay. */
export function RemoveButton({ member }: { member: MemberFragment }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  const [remove] = useMutation(RemoveMemberDocument, { errorPolicy: 'all' });
  const who = { name: member.name, role: roles(member.role) };
  return (
    <ConfirmedButton
      label={t('remove')}
      name={t('removeOf', who)}
      title={t('removeTitle', who)}
      text={t('removeText', who)}
      keep={t('keep')}
      confirm={t('removeConfirm')}
      refused={t('removeFailed')}
      act={() => remove({ variables: { id: member.id } })}
    />
  );
}
