'use client';

import { Button, CopyButton, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { renderSVG } from 'uqr';
import { ShareCredentialDocument, type CredentialCardFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { apiFailure } from '@/lib/apollo/errors';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';
import { verifyLink } from './verify-link';
import styles from './credentials.module.css';

/** Lets anyone with the address fetch the credential, and gives that address as text and QR code. */
export function ShareSwitch({
  credential: { id, title, address, isShared: before },
}: {
  credential: CredentialCardFragment;
}) {
  const t = useTranslations('credentials');
  const [share, { data, loading, error }] = useMutation(ShareCredentialDocument, { errorPolicy: 'all' });
  const isShared = data?.shareCredential.isShared ?? before;
  const link = verifyLink(address);
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
            {apiFailure(error).message}
          </Notice>
        )}
        {isShared && (
          <div className={styles.link}>
            <div
              role="img"
              aria-label={t('qr', { title })}
              className={styles.qr}
              // Drawn here from the address alone.
              dangerouslySetInnerHTML={{ __html: renderSVG(link, { border: 2 }) }}
            />
            <div className={styles.stack}>
              <code className={styles.address}>{link}</code>
              <div className={styles.actions}>
                <CopyButton value={link}>
                  {({ copied, copy }) => (
                    <Button size="compact-sm" variant="default" onClick={copy}>
                      {copied ? t('copied') : t('copy')}
                    </Button>
                  )}
                </CopyButton>
                <LinkButton size="compact-sm" variant="default" href={link}>
                  {t('verify')}
                </LinkButton>
              </div>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
