'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWhy } from '@/ui/use-why';

export interface MessageFormProps {
  label: string;
  hint?: string;
  /** What can be done with the text; the first is the usual one. */
  actions: { label: string; send: (text: string) => Promise<void> }[];
}

/** A text and what to do with it. What could not be sent stays in the field. */
export function MessageForm({ label, hint, actions }: MessageFormProps) {
  const why = useWhy();
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(act: (text: string) => Promise<void>) {
    setSending(true);
    setProblem(null);
    try {
      await act(text);
      setText('');
    } catch (error) {
      setProblem(why(error));
    }
    setSending(false);
  }

  return (
    <div>
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={3}
        maxLength={4000}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="xs" gap="xs">
        {actions.map((action, index) => (
          <Button
            key={action.label}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            disabled={text.trim() === '' || isSending}
            onClick={() => void send(action.send)}
          >
            {action.label}
          </Button>
        ))}
      </Group>
    </div>
  );
}
