import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Segments } from '@/ui/segments';
import { DropArea } from './drop-area';
import type { ProjectFile } from './project-files';
import type { GitSource, Stage } from './submission.types';
import styles from './submit-panel.module.css';

// Shown only once something is chosen.
const CheckList = dynamic(() => import('./check-list').then((module) => module.CheckList));
const GitForm = dynamic(() => import('./git-form').then((module) => module.GitForm));

export type Way = 'files' | 'git';

interface Props {
  stage: Stage;
  way: Way;
  onWay: (way: Way) => void;
  git: GitSource;
  onGit: (git: GitSource) => void;
  onFiles: (files: readonly ProjectFile[], isFolder: boolean) => void;
  takesNotebooks: boolean;
}

/** What is handed in: files from this computer, with the result of their checks, or a commit. */
export function SourceChoice({ stage, way, onWay, git, onGit, onFiles, takesNotebooks }: Props) {
  const t = useTranslations('submit');
  return (
    <>
      <Segments
        isWide
        label={t('way')}
        options={[
          { value: 'files', label: t('wayFiles') },
          { value: 'git', label: t('wayGit') },
        ]}
        value={way}
        onChange={onWay}
      />
      {way === 'git' ? (
        <GitForm source={git} onSource={onGit} />
      ) : (
        <DropArea isBusy={stage.name === 'checking'} isFilled={stage.name === 'checked'} onFiles={onFiles} />
      )}
      {stage.name === 'empty' && takesNotebooks && <p className={styles.note}>{t('notebooks')}</p>}
      {stage.name === 'checked' && way === 'files' && (
        <CheckList checked={stage.checked} label={stage.label} />
      )}
    </>
  );
}
