'use client';

import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { COLOR_SCHEME_KEY } from './color-scheme';
import { theme } from './theme';

const manager = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY });

/** Theme and colour scheme for the whole app. */
export function LookProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      // In styles/variables.css: written into each page, they would weigh on all of them, and be made again by each browser.
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
      // The browser hides nonces from scripts, and hydration must not compare them.
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}
