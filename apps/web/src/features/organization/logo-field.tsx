'use client';

import { Button, FileInput } from '@mantine/core';
import { FIGURE_TYPES, ORGANIZATION_LIMITS, isFigureType } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '@/features/settings/settings.module.css';
import { RemoveLogoDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { sendPicture } from '@/lib/send-picture';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import own from './organization.module.css';

/** The logo shown beside the organization's name, and where its people sign in. */
export function LogoField({ logoUrl, name }: { logoUrl: string | null; name: string }) {
  const t = useTranslations('organization');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false });
  const [remove] = useMutation(RemoveLogoDocument, { errorPolicy: 'all' });

  const isOther = file !== null && !isFigureType(file.type);

  async function send() {
    if (!file) return;
    setState({ isBusy: true });
    try {
      await sendPicture('/files/logos', file);
      setFile(null);
      setState({ isBusy: false });
      router.refresh();
    } catch (error) {
      setState({ isBusy: false, error });
    }
  }

  return (
    <div className={styles.stack}>
      {logoUrl && <img src={logoUrl} alt={t('logoOf', { name })} className={own.logo} />}
      <div className={styles.row}>
        <FileInput
          label={t('logo')}
          description={t('logoNote', { kib: ORGANIZATION_LIMITS.logoBytes / 1024 })}
          placeholder={t('chooseLogo')}
          accept={FIGURE_TYPES.join(',')}
          value={file}
          onChange={setFile}
          error={isOther && t('logoType')}
          clearable
          miw={220}
        />
        <Button
          variant="default"
          disabled={file === null || isOther}
          loading={state.isBusy}
          onClick={() => void send()}
        >
          {t('sendLogo')}
        </Button>
        {logoUrl && (
          <ConfirmedButton
            size="sm"
            label={t('removeLogo')}
            name={t('removeLogo')}
            title={t('removeLogo')}
            text={t('removeLogoText')}
            keep={t('keepLogo')}
            refused={t('refused')}
            act={() => remove({})}
          />
        )}
      </div>
      <MutationStatus error={state.error} refused={t('refused')} />
    </div>
  );
}
