'use client';

import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { RotateIssuerKeyDocument } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { Notice } from '@/ui/notice';

/** Asks once more: the one is harmless, the other undoes what was signed. */
export function RotateKey({ isCompromised }: { isCompromised: boolean }) {
  const t = useTranslations('issuer');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [rotate, { loading, error }] = useMutation(RotateIssuerKeyDocument, { errorPolicy: 'all' });
  const what = isCompromised ? 'replace' : 'rotate';

  async function confirm() {
    const { error: refused } = await rotate({ variables: { isCompromised } });
    if (refused) return;
    dialog.close();
    router.refresh();
  }

  return (
    <>
      <Button size="compact-md" variant="default" onClick={dialog.open}>
        {t(what)}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t(`${what}Title`)}>
        <Text mb="md">{t(`${what}Text`)}</Text>
        {error && (
          <Notice meaning="failed" title={t('failed')}>
            {apiFailure(error).message}
          </Notice>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {t('back')}
          </Button>
          <Button loading={loading} onClick={() => void confirm()}>
            {t(`${what}Confirm`)}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
