'use client';

import { Button, CopyButton, NumberInput, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PORTFOLIO_LIMITS } from '@holdout/domain';
import { CreateShareLinkDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './portfolio-editor.module.css';

/** Makes a link and shows it, once. */
export function ShareLinkForm() {
  const t = useTranslations('portfolio');
  const credentials = useTranslations('credentials');
  const router = useRouter();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(30);
  const [passcode, setPasscode] = useState('');
  const [made, setMade] = useState<{ label: string; address: string } | null>(null);
  const [create, { loading, error }] = useMutation(CreateShareLinkDocument);

  async function make() {
    const { data } = await create({
      variables: { input: { label, days, passcode: passcode || null } },
      errorPolicy: 'all',
    });
    if (!data) return;
    setMade({ label, address: data.createShareLink });
    setLabel('');
    setPasscode('');
    router.refresh();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className={styles.triple}>
        <TextInput
          label={t('linkLabel')}
          value={label}
          maxLength={PORTFOLIO_LIMITS.linkLabel}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NumberInput
          label={t('linkDays')}
          value={days}
          min={1}
          max={PORTFOLIO_LIMITS.linkDays}
          allowDecimal={false}
          onChange={(value) => setDays(Number(value) || 1)}
        />
        <TextInput
          label={t('passcode')}
          description={t('passcodeHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={passcode}
          autoComplete="off"
          maxLength={PORTFOLIO_LIMITS.passcode.longest}
          onChange={(event) => setPasscode(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button type="submit" variant="default" loading={loading} disabled={label.trim() === ''}>
          {t('makeLink')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')}>
        {made && (
          <div className={styles.made}>
            <p>{t('madeLink', { label: made.label })}</p>
            <code data-testid="share-address">{made.address}</code>
            <CopyButton value={made.address}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? credentials('copied') : credentials('copy')}
                </Button>
              )}
            </CopyButton>
          </div>
        )}
      </MutationStatus>
    </form>
  );
}
