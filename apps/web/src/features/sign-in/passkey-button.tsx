'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '@/ui/notice';
import styles from './sign-in-form.module.css';

/** Signs in without a password, with what the device keeps. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useTranslations('passkeys');
  const isMounted = useMounted();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function signIn() {
    setBusy(true);
    setProblem(null);
    // Most readers sign in with a password: the code for devices comes when it is asked for.
    const { signInWithPasskey } = await import('@/lib/passkeys');
    const result = await signInWithPasskey();
    if (result.ok) return window.location.assign(next);
    setBusy(false);
    setProblem(t(`signInReason.${result.reason}`));
  }

  // Without the room kept, the page would jump once it is live.
  const isUnknown = isMounted && !('PublicKeyCredential' in window);
  if (isUnknown) return null;
  return (
    <div className={styles.other}>
      <Button variant="default" size="md" loading={isBusy} onClick={() => void signIn()}>
        {t('signIn')}
      </Button>
      <div role="alert">
        {problem && (
          <Notice meaning="failed" title={t('signInFailed')}>
            {problem}
          </Notice>
        )}
      </div>
    </div>
  );
}
