'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';
import styles from './search-form.module.css';

interface Props {
  path: string;
  label: string;
  value: string;
  /** Name of the field in the address. @default search */
  name?: string;
  /** Whether other conditions narrow the list as well. */
  isNarrowed?: boolean;
  /** Further fields. */
  children?: ReactNode;
}

/** Searches through the page's address, so that a result can be passed on. */
export function SearchForm({ path, label, value, name = 'search', isNarrowed = false, children }: Props) {
  const t = useTranslations('searchForm');
  return (
    <form action={path} role="search" aria-label={label} className={styles.form}>
      <TextInput key={value} name={name} label={label} defaultValue={value} maxLength={100} />
      {children}
      <Button type="submit" variant="default">
        {t('find')}
      </Button>
      {(value !== '' || isNarrowed) && (
        <LinkButton variant="default" href={path}>
          {t('all')}
        </LinkButton>
      )}
    </form>
  );
}
