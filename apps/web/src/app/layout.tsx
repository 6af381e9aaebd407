import '@fontsource-variable/inter/index.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@/styles/variables.css';
import '@/styles/mantine.css';
import '@/styles/tokens.css';
import '@/styles/accents.css';
import '@/styles/base.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { pickMessages } from '@/i18n/pick-messages';
import { COLOR_SCHEME_KEY } from '@/lib/color-scheme';
import { LookProvider } from '@/lib/look-provider';
import { ReaderZoneProvider } from '@/lib/reader-zone';
import { NONCE_HEADER } from '@/proxy';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('description') };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** What client components say on every page; the rest comes with the page that says it. */
const ON_EVERY_PAGE = ['deadEnd'];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(NONCE_HEADER) ?? '';
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" localStorageKey={COLOR_SCHEME_KEY} nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={pickMessages(await getMessages(), ON_EVERY_PAGE)}>
          <LookProvider nonce={nonce}>
            <ReaderZoneProvider>{children}</ReaderZoneProvider>
          </LookProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
