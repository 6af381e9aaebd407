'use client';

import { useTranslations } from 'next-intl';
import { ChangeLtiKeyDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import styles from './lms.module.css';

/** Since when the organization's key signs, and another one in its place. */
export function KeyLine({ since }: { since: string }) {
  const t = useTranslations('lms.key');
  const [change] = useMutation(ChangeLtiKeyDocument, { errorPolicy: 'all' });
  return (
    <dl className={styles.urls}>
      <div>
        <dt>{t('since')}</dt>
        <dd>
          <LocalTime at={since} />
          <ConfirmedButton
            label={t('change')}
            name={t('change')}
            title={t('title')}
            text={t('text')}
            keep={t('keep')}
            refused={t('refused')}
            act={() => change()}
          />
        </dd>
      </div>
    </dl>
  );
}
