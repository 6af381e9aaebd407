'use client';

import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FindStudentsDocument } from '@/generated/graphql';
import { query } from '@/lib/apollo/ask';

interface Props {
  value: string | null;
  onChange: (membershipId: string | null) => void;
}

const PAUSE_MS = 300;

/** One student among however many there are, found by name or address. */
export function StudentChoice({ value, onChange }: Props) {
  const t = useTranslations('quotas');
  const [found, setFound] = useState<{ id: string; name: string }[]>([]);

  const find = useDebouncedCallback((search: string) => {
    if (search.trim() === '') return;
    query(FindStudentsDocument, { variables: { search: search.trim() } })
      .then(({ data }) => setFound(data?.memberships.nodes ?? []))
      // The field stays usable, and the next letter asks again.
      .catch((error: unknown) => console.warn('Students could not be searched for.', error));
  }, PAUSE_MS);

  return (
    <Select
      label={t('student')}
      placeholder={t('find')}
      nothingFoundMessage={t('nobody')}
      searchable
      clearable
      miw={280}
      value={value}
      onChange={onChange}
      onSearchChange={find}
      // The options already match the search: by part of a name, or by a whole address.
      filter={({ options }) => options}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
