'use client';

import { TextInput } from '@mantine/core';
import { sha256Hex } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Mark } from '@/ui/mark';

/** The credential does not contain the address itself, but whoever knows it can check that it is the holder's. */
export function HolderCheck({ identityHash, salt }: { identityHash: string; salt: string }) {
  const t = useTranslations('verify.certificate');
  const [matches, setMatches] = useState<boolean | null>(null);

  async function compare(text: string) {
    const email = text.trim().toLowerCase();
    setMatches(email.includes('@') ? `sha256$${await sha256Hex(email + salt)}` === identityHash : null);
  }

  return (
    <div>
      <TextInput
        type="email"
        autoComplete="off"
        label={t('holderEmail')}
        onChange={(event) => void compare(event.currentTarget.value)}
      />
      <div role="status">
        {matches !== null && (
          <Mark meaning={matches ? 'passed' : 'attention'}>
            {t(matches ? 'holderMatches' : 'holderDiffers')}
          </Mark>
        )}
      </div>
    </div>
  );
}
