'use client';

import { NextIntlClientProvider, useLocale, useMessages, type AbstractIntlMessages } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { mergeMessages } from './pick-messages';

/** What the frame around says, and these. */
export function MoreMessages({ messages, children }: { messages: object; children: ReactNode }) {
  const around = useMessages();
  const all = useMemo(
    () => mergeMessages({ ...around }, { ...messages }) as AbstractIntlMessages,
    [around, messages],
  );
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
