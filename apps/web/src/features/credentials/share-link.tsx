import { Button, CopyButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { renderSVG } from 'uqr';
import { LinkButton } from '@/ui/link-button';
import styles from './credentials.module.css';

/** The address of what is shared, as text and as QR code. */
export function ShareLink({ title, link }: { title: string; link: string }) {
  const t = useTranslations('credentials');
  return (
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
  );
}
