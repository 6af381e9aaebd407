'use client';

import { Button, Group, PasswordInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { SecondFactorFailure } from '@/lib/second-factor';
import { Dialog } from '@/ui/dialog';
import styles from './settings.module.css';

interface Props {
  label: string;
  text: string;
  /** Answers why it was refused; null when it was done. */
  act: (password: string) => Promise<SecondFactorFailure | null>;
}

/** A button for what takes the password again. */
export function PasswordAsked({ label, text, act }: Props) {
  const t = useTranslations('secondFactor');
  const signIn = useTranslations('signIn');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [failure, setFailure] = useState<SecondFactorFailure | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    const refused = await act(password);
    setBusy(false);
    setFailure(refused);
    if (!refused) close();
  }

  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={label}>
        <form onSubmit={(event) => void submit(event)} className={styles.stack}>
          <p>{text}</p>
          <PasswordInput
            name="password"
            label={signIn('password')}
            autoComplete="current-password"
            error={failure && t(`passwordReason.${failure}`)}
            required
            withAsterisk={false}
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': signIn('showPassword') }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('go')}
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  );
}
