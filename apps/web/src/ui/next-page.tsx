import type { MantineSpacing } from '@mantine/core';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  path: string;
  /** What else the address says: the next page is of the same. */
  query?: Record<string, string>;
  mt?: MantineSpacing;
  children: ReactNode;
}

/** Leads on to what follows a page of a list; nothing after the last. */
export function NextPage({ pageInfo, path, query = {}, mt = 'md', children }: Props) {
  if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return null;
  const search = new URLSearchParams({ ...query, after: pageInfo.endCursor });
  return (
    <LinkButton variant="default" mt={mt} href={`${path}?${search.toString()}`}>
      {children}
    </LinkButton>
  );
}
