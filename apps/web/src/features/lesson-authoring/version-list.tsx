'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { LessonVersionDocument, RestoreLessonVersionDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { MutationStatus } from '@/ui/mutation-status';
import type { AuthoredLesson, LessonText } from './lesson-text';
import styles from './lesson-authoring.module.css';

const TextDifference = dynamic(() => import('./text-difference').then((module) => module.TextDifference));

interface Props {
  lesson: AuthoredLesson;
  newest: LessonText;
}

/** What was published when, by whom and why; how each differs from the newest, and the way back to it. */
export function VersionList({ lesson, newest }: Props) {
  const t = useTranslations('lessonAuthoring');
  const [look, looked] = useLazyQuery(LessonVersionDocument);
  const [restore] = useMutation(RestoreLessonVersionDocument, { errorPolicy: 'all' });
  const shown = looked.data?.lessonVersion;
  return (
    <>
      <ol className={styles.list} reversed>
        {lesson.versions.map(({ version, title, note, publishedBy, publishedAt }) => (
          <li key={version}>
            <div className={styles.grow}>
              <strong>{t('version', { version, title })}</strong>
              <p className={styles.quiet}>
                {publishedBy ?? t('shipped')}, <LocalTime at={publishedAt} />
              </p>
              {note && <p>{note}</p>}
            </div>
            {version !== lesson.version && (
              <>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={looked.loading && looked.variables?.version === version}
                  aria-label={t('compareNamed', { version })}
                  onClick={() => void look({ variables: { lessonId: lesson.id, version } })}
                >
                  {t('compare')}
                </Button>
                <ConfirmedButton
                  label={t('restore')}
                  name={t('restoreNamed', { version })}
                  title={t('restoreTitle', { version })}
                  text={t(lesson.hasDraft ? 'restoreOverDraft' : 'restoreText')}
                  keep={t('keep')}
                  refused={t('refused')}
                  act={() => restore({ variables: { lessonId: lesson.id, version } })}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      <MutationStatus error={looked.error} refused={t('refused')} />
      {shown && (
        <>
          <h3>{t('fromTo', { from: shown.version, to: lesson.version ?? 0 })}</h3>
          <TextDifference
            before={shown}
            after={newest}
            label={t('fromTo', { from: shown.version, to: lesson.version ?? 0 })}
          />
        </>
      )}
    </>
  );
}
