'use client';

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { CancelRunDocument, type RunStateFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';

/** Stops the run after a question; a cancelled run costs no attempt. */
export function CancelButton({ run }: { run: RunStateFragment }) {
  const why = useWhy();
  const t = useTranslations('run.cancel');
  const [isOpen, dialog] = useDisclosure(false);
  const [cancel, { loading, error }] = useMutation(CancelRunDocument);

  async function confirm() {
    const { error: refused } = await cancel({ variables: { runId: run.id }, errorPolicy: 'all' });
    if (!refused) dialog.close();
  }

  return (
    <>
      <Button variant="default" onClick={dialog.open} disabled={run.isCancelRequested}>
        {run.isCancelRequested ? t('requested') : t('open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('title')}>
        <Text mb="md">{t('text')}</Text>
        {error && (
          <Notice meaning="failed" title={t('failed')}>
            {why(error)}
          </Notice>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {t('keep')}
          </Button>
          <Button loading={loading} onClick={() => void confirm()}>
            {t('confirm')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
