'use client';

import { Switch } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ShareCredentialDocument, type CredentialCardFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { Notice } from '@/ui/notice';
import { verifyLink } from './verify-link';
import styles from './credentials.module.css';

// Most credentials are never shared: what draws the code comes with the first that is.
const ShareLink = dynamic(() => import('./share-link').then((module) => module.ShareLink));

/** Lets anyone with the address fetch the credential, and gives that address as text and QR code. */
export function ShareSwitch({
  credential: { id, title, address, isShared: before },
}: {
  credential: CredentialCardFragment;
}) {
  const why = useWhy();
  const t = useTranslations('credentials');
  const [share, { data, loading, error }] = useMutation(ShareCredentialDocument, { errorPolicy: 'all' });
  const isShared = data?.shareCredential.isShared ?? before;
  return (
    <div className={styles.share}>
      <Switch
        label={t('share')}
        description={t('shareNote')}
        checked={isShared}
        disabled={loading}
        onChange={(event) => void share({ variables: { id, isShared: event.currentTarget.checked } })}
      />
      <div role="status">
        {error && (
          <Notice meaning="failed" title={t('shareFailed')}>
            {why(error)}
          </Notice>
        )}
        {isShared && <ShareLink title={title} link={verifyLink(address)} />}
      </div>
    </div>
  );
}
