'use client';

import { Button, PasswordInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OpenShareLinkDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { PageHead } from '@/ui/page';
import { PortfolioView } from './portfolio-view';
import { PrintButton } from './print-button';
import styles from './portfolio-editor.module.css';

/** A shared portfolio behind its passcode. Nothing of it is on the page before. */
export function PasscodeDoor({ token }: { token: string }) {
  const t = useTranslations('published');
  const [passcode, setPasscode] = useState('');
  const [open, { data, loading, error }] = useMutation(OpenShareLinkDocument);
  if (data) return <PortfolioView portfolio={data.openShareLink} aside={<PrintButton />} />;
  return (
    <>
      <PageHead title={t('passcodeTitle')} lead={t('passcodeLead')} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void open({ variables: { token, passcode }, errorPolicy: 'all' });
        }}
      >
        <PasswordInput
          label={t('passcode')}
          value={passcode}
          autoComplete="off"
          onChange={(event) => setPasscode(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={loading} disabled={passcode === ''}>
            {t('openIt')}
          </Button>
        </div>
        <MutationStatus error={error} refused={t('refused')} />
      </form>
    </>
  );
}
