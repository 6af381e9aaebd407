'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { MutationStatus } from './mutation-status';

interface Props {
  label: string;
  /** Says what it acts on, for those who hear the button alone. */
  name: string;
  title: string;
  text: string;
  /** What the button says that leaves it as it is. */
  keep: string;
  /** Title over the reason when it is refused. */
  refused: string;
  act: () => Promise<{ error?: unknown }>;
}

/** Does something after a question, then shows the page anew. */
export function ConfirmedButton({ label, name, title, text, keep, refused, act }: Props) {
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false });

  async function confirm() {
    setState({ isBusy: true });
    const { error } = await act();
    setState({ isBusy: false, error });
    if (error) return;
    dialog.close();
    router.refresh();
  }

  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open} aria-label={name}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={title}>
        <Text mb="md">{text}</Text>
        <MutationStatus error={state.error} refused={refused} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {keep}
          </Button>
          <Button loading={state.isBusy} onClick={() => void confirm()}>
            {label}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
