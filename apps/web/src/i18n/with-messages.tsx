import type { Messages, NamespaceKeys, NestedKeyOf } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ComponentType, ReactNode } from 'react';
import { MoreMessages } from './more-messages';
import { pickMessages } from './pick-messages';

export type MessagesName = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

type Served<Props> = (props: Props) => ReactNode | Promise<ReactNode>;

/**
 * A page with the messages that its client components say: a browser gets no others. What server components say is in the page
 * already. `said-by-pages.spec.ts` tells which names are missing or of no use.
 */
export function withMessages<Props extends object>(
  names: readonly MessagesName[],
  page: Served<Props>,
): Served<Props> {
  const Page = page as ComponentType<Props>;
  return async function PageWithMessages(props: Props) {
    return (
      <MoreMessages messages={pickMessages(await getMessages(), names)}>
        <Page {...props} />
      </MoreMessages>
    );
  };
}
