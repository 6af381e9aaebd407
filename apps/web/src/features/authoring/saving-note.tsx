import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import type { Saving } from '@/lib/use-saving';
import styles from './authoring.module.css';

interface Props {
  saving: Saving;
  onRetry: () => void;
  next: { label: string; href: string } | null;
}

/** Whether what was said is kept, and the way on. */
export function SavingNote({ saving, onRetry, next }: Props) {
  const t = useTranslations('drafts.saving');
  return (
    <Group className={styles.foot}>
      {next && <LinkButton href={next.href}>{next.label}</LinkButton>}
      <p role="status" className={styles.quiet}>
        {saving.state === 'failed' ? saving.message || t('failed') : t(saving.state)}
      </p>
      {saving.state === 'failed' && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Group>
  );
}
