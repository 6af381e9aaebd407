import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { isCommit } from './git-source';
import type { GitSource } from './submission.types';
import styles from './submit-panel.module.css';

interface Props {
  source: GitSource;
  onSource: (source: GitSource) => void;
}

/** A public repository and one commit of it. */
export function GitForm({ source, onSource }: Props) {
  const t = useTranslations('submit.git');
  const isWrong = source.commit !== '' && !isCommit(source.commit);
  return (
    <div className={styles.steps}>
      <TextInput
        type="url"
        label={t('url')}
        placeholder="https://example.org/me/project.git"
        value={source.url}
        onChange={(event) => onSource({ ...source, url: event.currentTarget.value })}
      />
      <TextInput
        label={t('commit')}
        description={t('commitNote')}
        value={source.commit}
        maxLength={48}
        styles={{ input: { fontFamily: 'var(--mono)' } }}
        error={isWrong ? t('commitWrong') : null}
        onChange={(event) => onSource({ ...source, commit: event.currentTarget.value.trim() })}
      />
      <p className={styles.note}>{t('note')}</p>
    </div>
  );
}
