'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SetPseudonymDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';

/** What leaderboards call the reader. */
export function Pseudonym({ current }: { current: string | null }) {
  const why = useWhy();
  const t = useTranslations('settings.pseudonym');
  const [shown, setShown] = useState(current);
  const [name, setName] = useState(current ?? '');
  const [save, { loading, error }] = useMutation(SetPseudonymDocument);

  async function choose(wanted: string | null) {
    const { data, error: refused } = await save({ variables: { name: wanted }, errorPolicy: 'all' });
    if (refused || !data) return;
    setShown(data.setPseudonym);
    setName(data.setPseudonym ?? '');
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void choose(name.trim() || null);
      }}
    >
      <Group align="flex-end" gap="xs" mb="xs">
        <TextInput
          label={t('label')}
          value={name}
          maxLength={40}
          error={error ? why(error) : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={loading}>
          {t('save')}
        </Button>
        {shown !== null && (
          <Button variant="subtle" onClick={() => void choose(null)}>
            {t('remove')}
          </Button>
        )}
      </Group>
      <p role="status">{shown === null ? t('shownAsName') : t('shownAs', { name: shown })}</p>
    </form>
  );
}
