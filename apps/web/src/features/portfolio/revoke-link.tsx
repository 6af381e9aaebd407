'use client';

import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { RevokeShareLinkDocument, type OwnShareLinkFragment } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';

interface Props {
  link: OwnShareLinkFragment;
  onRevoked: (links: readonly OwnShareLinkFragment[]) => void;
}

/** Asks once more: it cannot be undone. */
export function RevokeLink({ link: { id, label }, onRevoked }: Props) {
  const t = useTranslations('portfolio');
  const [isOpen, dialog] = useDisclosure(false);
  const [revoke, { loading, error }] = useMutation(RevokeShareLinkDocument, { fetchPolicy: 'no-cache' });

  async function confirm() {
    const { data } = await revoke({ variables: { id }, errorPolicy: 'all' });
    if (!data) return;
    dialog.close();
    onRevoked(data.revokeShareLink);
  }

  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('revokeNamed', { label })}
        onClick={dialog.open}
      >
        {t('revoke')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t('revokeTitle', { label })}>
        <Text mb="md">{t('revokeText')}</Text>
        <MutationStatus error={error} refused={t('refused')} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {t('keep')}
          </Button>
          <Button loading={loading} onClick={() => void confirm()}>
            {t('revoke')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
