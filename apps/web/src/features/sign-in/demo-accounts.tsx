'use client';

import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './demo-accounts.module.css';

/** The seeded accounts of a demonstration server; shown only where HOLDOUT_DEMO=1. */
export const DEMO_PASSWORD = 'holdout-demo';
const PERSONAS = ['student', 'instructor', 'ta', 'manager', 'admin', 'operator'] as const;

export function DemoAccounts({ busy, onChoose }: { busy: string | null; onChoose: (email: string) => void }) {
  const t = useTranslations('signIn');
  return (
    <section aria-labelledby="demo-heading" className={styles.demo}>
      <h2 id="demo-heading">{t('demoTitle')}</h2>
      <ul>
        {PERSONAS.map((persona) => {
          const email = `${persona}@demo.holdout`;
          return (
            <li key={persona}>
              <UnstyledButton
                className={styles.account}
                disabled={busy !== null}
                onClick={() => onChoose(email)}
              >
                <span>{t(`demo.${persona}`)}</span>
                <span className={styles.email}>{email}</span>
                <IconArrowRight size={16} aria-hidden />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
