import type { MantineSpacing } from '@mantine/core';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  path: string;
  /** Other parameters of the address, which the next page keeps. */
  query?: Record<string, string>;
  mt?: MantineSpacing;
  children: ReactNode;
}

/** A link to a list's next page; nothing after the last. */
export function NextPage({ pageInfo, path, query = {}, mt = 'md', children }: Props) {
  if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return null;
  const search = new URLSearchParams({ ...query, after: pageInfo.endCursor });
  return (
    <LinkButton variant="default" mt={mt} href={`${path}?${search.toString()}`}>
      {children}
    </LinkButton>
  );
}
