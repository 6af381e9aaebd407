'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DeadEnd } from './dead-end';

/** Failures that a reader can do something about, by their digest. */
const SAID: ReadonlyMap<string | undefined, 'unreachable' | 'tooMany'> = new Map([
  ['UNREACHABLE', 'unreachable'],
  ['RATE_LIMITED', 'tooMany'],
]);

/** Something on our side failed. An operator can look up the code in the log. */
export function Failure({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useTranslations('deadEnd');
  const said = SAID.get(digest);
  return (
    <DeadEnd
      code={t('errorKicker')}
      title={t(`${said ?? 'error'}Title`)}
      action={<Button onClick={onRetry}>{t('retry')}</Button>}
    >
      <p>{t(`${said ?? 'error'}Text`)}</p>
      {digest && !said && (
        <p>
          {t('correlation')} <code>{digest}</code>
        </p>
      )}
    </DeadEnd>
  );
}
