'use client';

import { Button, Group, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog';
import { MutationStatus } from './mutation-status';

interface QuestionProps {
  text: string;
  /** What the button says that leaves it as it is. */
  keep: string;
  /** What the button says that does it. */
  confirm: string;
  /** Title over the reason when it is refused. */
  refused: string;
  act: () => Promise<{ error?: unknown }>;
  onClose: () => void;
  /** What has to be said before it is done. */
  children?: ReactNode;
  /** @default true */
  isReady?: boolean;
}

interface Props extends QuestionProps {
  isOpen: boolean;
  title: string;
}

/** Asks before something is done, then shows the page anew. */
export function ConfirmDialog({ isOpen, title, ...question }: Props) {
  return (
    <Dialog isOpen={isOpen} onClose={question.onClose} title={title}>
      <Question {...question} />
    </Dialog>
  );
}

/** A closed dialog keeps nothing: the next opening starts without an earlier refusal. */
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
