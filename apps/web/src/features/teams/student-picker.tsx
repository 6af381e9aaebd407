'use client';

import { MultiSelect } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StudentsWithoutTeamDocument, type StudentsWithoutTeamQuery } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { MutationStatus } from '@/ui/mutation-status';

export type Student = StudentsWithoutTeamQuery['studentsWithoutTeam'][number];

interface Props {
  /** Where they are looked for. */
  of: { assignmentSlug: string; cohortId: string };
  /** Found without a search. */
  first: readonly Student[];
  chosen: readonly Student[];
  onChosen: (students: Student[]) => void;
}

const PAUSE_MS = 250;

/** Students of the cohort who are in no team, searched by name on the server: a cohort may be large. */
export function StudentPicker({ of, first, chosen, onChosen }: Props) {
  const t = useTranslations('teams');
  const [text, setText] = useState('');
  const [find, { data, error }] = useLazyQuery(StudentsWithoutTeamDocument, { errorPolicy: 'all' });
  const findSoon = useDebouncedCallback(
    (search: string) => void find({ variables: { ...of, search } }),
    PAUSE_MS,
  );
  const found = data?.studentsWithoutTeam ?? first;
  const known = new Map([...chosen, ...found].map((student) => [student.id, student]));
  return (
    <>
      <MultiSelect
        label={t('add')}
        description={t('addHint')}
        data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.map(({ id }) => id)}
        onChange={(ids) => onChosen(ids.flatMap((id) => known.get(id) ?? []))}
        searchable
        searchValue={text}
        onSearchChange={(typed) => {
          setText(typed);
          findSoon(typed);
        }}
        nothingFoundMessage={t('nobodyFound')}
      />
      <MutationStatus error={error} refused={t('searchFailed')} />
    </>
  );
}
