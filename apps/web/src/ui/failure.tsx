'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DeadEnd } from './dead-end';

/** Something of ours failed. The code is what an operator looks up in the log. */
export function Failure({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useTranslations('deadEnd');
  const isUnreachable = digest === 'UNREACHABLE';
  return (
    <DeadEnd
      code={t('errorKicker')}
      title={isUnreachable ? t('unreachableTitle') : t('errorTitle')}
      action={<Button onClick={onRetry}>{t('retry')}</Button>}
    >
      <p>{isUnreachable ? t('unreachableText') : t('errorText')}</p>
      {digest && !isUnreachable && (
        <p>
          {t('correlation')} <code>{digest}</code>
        </p>
      )}
    </DeadEnd>
  );
}
