'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NOTIFICATION_KINDS, type NotificationKind } from '@holdout/domain';
import { SetMailedNotificationDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './notifications.module.css';

/** Which notifications come by e-mail as well. */
export function MailChoices({ initial }: { initial: readonly NotificationKind[] }) {
  const t = useTranslations('notifications');
  const [mailed, setMailed] = useState(initial);
  const [save, { loading, error }] = useMutation(SetMailedNotificationDocument);

  async function choose(kind: NotificationKind, isMailed: boolean) {
    const { data } = await save({ variables: { kind, isMailed }, errorPolicy: 'all' });
    if (data) setMailed(data.setMailedNotification);
  }

  return (
    <div className={styles.choices}>
      {NOTIFICATION_KINDS.map((kind) => (
        <Switch
          key={kind}
          label={t(`choice.${kind}`)}
          checked={mailed.includes(kind)}
          disabled={loading}
          onChange={(event) => void choose(kind, event.currentTarget.checked)}
        />
      ))}
      <MutationStatus error={error} refused={t('refused')} />
    </div>
  );
}
