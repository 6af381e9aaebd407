'use client';

import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { RemoveMemberDocument, type MemberFragment } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { Notice } from '@/ui/notice';

/** Takes a role away after a question. Runs and scores stay. */
export function RemoveButton({ member }: { member: MemberFragment }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [remove, { loading, error }] = useMutation(RemoveMemberDocument, { errorPolicy: 'all' });

  async function confirm() {
    const { error: refused } = await remove({ variables: { id: member.id } });
    if (refused) return;
    dialog.close();
    router.refresh();
  }

  const who = { name: member.name, role: roles(member.role) };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={t('removeOf', who)}>
        {t('remove')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t('removeTitle', who)}>
        <Text mb="md">{t('removeText', who)}</Text>
        {error && (
          <Notice meaning="failed" title={t('removeFailed')}>
            {apiFailure(error).message}
          </Notice>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {t('keep')}
          </Button>
          <Button loading={loading} onClick={() => void confirm()}>
            {t('removeConfirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
