import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import { Digest } from '@/ui/digest';
import { Mark } from '@/ui/mark';
import type { Stage } from './submission.types';
import styles from './transfer.module.css';

interface Props {
  stage: Extract<Stage, { name: 'sending' | 'queueing' | 'queued' }>;
  onTogglePause: () => void;
  onStop: () => void;
}

/** How far the upload is; afterwards the digest the server knows it by. */
export function Transfer({ stage, onTogglePause, onStop }: Props) {
  const t = useTranslations('submit');
  if (stage.name === 'queued') {
    return (
      <div className={styles.transfer}>
        <Mark meaning="passed">{t('queued')}</Mark>
        <p className={styles.note}>
          {t('receivedAs')} <Digest value={stage.digest} label={t('archive')} />
        </p>
      </div>
    );
  }
  const total = stage.archive.size;
  const sent = stage.name === 'sending' ? stage.sent : total;
  const share = total === 0 ? 0 : sent / total;
  return (
    <div className={styles.transfer}>
      <Mark meaning="running">
        {stage.name === 'queueing' ? t('queueing') : stage.isPaused ? t('paused') : t('sending')}
      </Mark>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * share)}
      >
        <span style={{ width: `${100 * share}%` }} />
      </div>
      <p className={styles.note}>{t('sentOf', { sent: sizeText(sent), total: sizeText(total) })}</p>
      {stage.name === 'sending' && (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onTogglePause}>
            {stage.isPaused ? t('resume') : t('pause')}
          </Button>
          <Button size="xs" variant="subtle" onClick={onStop}>
            {t('stop')}
          </Button>
        </Group>
      )}
    </div>
  );
}
