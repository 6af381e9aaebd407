'use client';

import { useTranslations } from 'next-intl';
import {
  RemoveLtiPlatformDocument,
  SetLtiAdmissionDocument,
  type LtiToolFieldsFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

type Platform = LtiToolFieldsFragment['platforms'][number];

/** Lets people of an LMS join, or members alone come in. */
export function AdmissionButton({
  platform: { id, name, admitsPeople, highestRole },
}: {
  platform: Platform;
}) {
  const t = useTranslations('lms');
  const roles = useTranslations('roles');
  const [set] = useMutation(SetLtiAdmissionDocument, { errorPolicy: 'all' });
  const input = { platformId: id, admitsPeople: !admitsPeople, highestRole };
  return (
    <ConfirmedButton
      label={t(admitsPeople ? 'setMembersOnly' : 'setJoins')}
      name={t('admissionOf', { name })}
      title={t('admissionTitle', { name })}
      text={admitsPeople ? t('toMembersText') : t('toJoinsText', { role: roles(highestRole) })}
      keep={t('keep')}
      refused={t('changeRefused')}
      act={() => set({ variables: { input } })}
    />
  );
}

export function RemovePlatformButton({ platform: { id, name } }: { platform: Platform }) {
  const t = useTranslations('lms');
  const [remove] = useMutation(RemoveLtiPlatformDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('remove')}
      name={t('removeOf', { name })}
      title={t('removeTitle', { name })}
      text={t('removeText')}
      keep={t('keep')}
      refused={t('changeRefused')}
      act={() => remove({ variables: { platformId: id } })}
    />
  );
}
