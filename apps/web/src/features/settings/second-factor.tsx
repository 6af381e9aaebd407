'use client';

import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import {
  beginSecondFactor,
  replaceBackupCodes,
  turnOffSecondFactor,
  type SecondFactorFailure,
  type SecondFactorSetUp,
} from '@/lib/second-factor';
import { useCode } from '@/lib/use-code';
import { Notice } from '@/ui/notice';
import { BackupCodes } from './backup-codes';
import { PasswordAsked } from './password-asked';
import styles from './settings.module.css';

/** A code of an app beside the password: turned on in two steps, so that nobody locks themselves out. */
export function SecondFactor({ isOn }: { isOn: boolean }) {
  const t = useTranslations('secondFactor');
  const router = useRouter();
  const [setUp, setSetUp] = useState<SecondFactorSetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function begin(password: string): Promise<SecondFactorFailure | null> {
    const result = await beginSecondFactor(password);
    if (!result.ok) return result.reason;
    setSetUp(result.answer);
    return null;
  }

  async function turnOff(password: string): Promise<SecondFactorFailure | null> {
    const result = await turnOffSecondFactor(password);
    if (!result.ok) return result.reason;
    setCodes(null);
    router.refresh();
    return null;
  }

  async function replace(password: string): Promise<SecondFactorFailure | null> {
    const result = await replaceBackupCodes(password);
    if (!result.ok) return result.reason;
    setCodes(result.answer.backupCodes);
    return null;
  }

  function turnedOn({ backupCodes }: SecondFactorSetUp) {
    setSetUp(null);
    setCodes(backupCodes);
    router.refresh();
  }

  return (
    <div className={styles.stack}>
      <p>{isOn ? t('isOn') : t('isOff')}</p>
      {codes && <BackupCodes codes={codes} />}
      {setUp && !isOn ? (
        <SetUp setUp={setUp} onDone={() => turnedOn(setUp)} />
      ) : (
        <div className={styles.row}>
          {isOn ? (
            <>
              <PasswordAsked label={t('newCodes')} text={t('newCodesText')} act={replace} />
              <PasswordAsked label={t('turnOff')} text={t('turnOffText')} act={turnOff} />
            </>
          ) : (
            <PasswordAsked label={t('turnOn')} text={t('turnOnText')} act={begin} />
          )}
        </div>
      )}
    </div>
  );
}

function SetUp({ setUp: { totpURI }, onDone }: { setUp: SecondFactorSetUp; onDone: () => void }) {
  const t = useTranslations('secondFactor');
  const { failure, isBusy, submit } = useCode(onDone);

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.stack}>
      <p>{t('scan')}</p>
      <div
        role="img"
        aria-label={t('qr')}
        className={styles.qr}
        // Drawn here from the address alone.
        dangerouslySetInnerHTML={{ __html: renderSVG(totpURI, { border: 2 }) }}
      />
      <p className={styles.secret}>
        {t('byHand')} <code>{new URL(totpURI).searchParams.get('secret')}</code>
      </p>
      <div role="alert">
        {failure && (
          <Notice meaning="failed" title={t('notOn')}>
            {t(`codeReason.${failure}`)}
          </Notice>
        )}
      </div>
      <div className={styles.row}>
        <TextInput
          name="code"
          label={t('firstCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          maxLength={7}
        />
        <Button type="submit" loading={isBusy}>
          {t('confirm')}
        </Button>
      </div>
    </form>
  );
}
