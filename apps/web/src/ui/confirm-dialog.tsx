'use client';

import { Button, Group, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog';
import { MutationStatus } from './mutation-status';

interface QuestionProps {
  text: string;
  /** Label of the button that cancels. */
  keep: string;
  /** Label of the button that confirms. */
  confirm: string;
  /** Title above the reason if it is refused. */
  refused: string;
  act: () => Promise<{ error?: unknown }>;
  onClose: () => void;
  /** Fields that must be filled in first. */
  children?: ReactNode;
  /** @default true */
  isReady?: boolean;
}

interface Props extends QuestionProps {
  isOpen: boolean;
  title: string;
}

/** Asks for confirmation, does it, and refreshes the page. */
export function ConfirmDialog({ isOpen, title, ...question }: Props) {
  return (
    <Dialog isOpen={isOpen} onClose={question.onClose} title={title}>
      <Question {...question} />
    </Dialog>
  );
}

/** A closed dialog keeps no state, so it opens without an earlier refusal. */
function Question({ text, keep, confirm, refused, act, onClose, children, isReady = true }: QuestionProps) {
  const router = useRouter();
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false });

  async function go() {
    setState({ isBusy: true });
    const { error } = await act();
    setState({ isBusy: false, error });
    if (error) return;
    onClose();
    router.refresh();
  }

  return (
    <>
      <Text mb="md">{text}</Text>
      {children}
      <MutationStatus error={state.error} refused={refused} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {keep}
        </Button>
        <Button loading={state.isBusy} disabled={!isReady} onClick={() => void go()}>
          {confirm}
        </Button>
      </Group>
    </>
  );
}
