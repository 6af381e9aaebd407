'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from '@/features/settings/settings.module.css';
import { LinkButton } from '@/ui/link-button';
import type { AuditSearch } from './audit-search';

/** Finds by address, so that what was found can be passed on. */
export function AuditFilter({
  page,
  search,
  subjectTypes,
}: {
  page: string;
  search: AuditSearch;
  subjectTypes: string[];
}) {
  const t = useTranslations('audit');
  const types = [
    { value: '', label: t('anything') },
    ...subjectTypes.map((type) => ({ value: type, label: type })),
  ];
  return (
    <form action={page} className={styles.row} role="search" aria-label={t('filter')}>
      <TextInput name="search" label={t('search')} defaultValue={search.search} maxLength={100} />
      <NativeSelect name="subjectType" label={t('about')} data={types} defaultValue={search.subjectType} />
      <TextInput name="from" type="date" label={t('from')} defaultValue={search.from} />
      <TextInput name="to" type="date" label={t('to')} defaultValue={search.to} />
      {search.actorId && <input type="hidden" name="actorId" value={search.actorId} />}
      <Button type="submit">{t('apply')}</Button>
      {Object.keys(search).length > 0 && (
        <LinkButton variant="default" href={page}>
          {t('clear')}
        </LinkButton>
      )}
    </form>
  );
}
