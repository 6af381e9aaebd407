'use client';

import { useTranslations } from 'next-intl';
import { MoveReadersDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { Notice } from '@/ui/notice';
import type { AuthoredLesson } from './lesson-text';

/** Says how many students are in the middle of an older version, and moves them to the newest. */
export function MoveReaders({ lesson }: { lesson: AuthoredLesson }) {
  const t = useTranslations('lessonAuthoring');
  const [move] = useMutation(MoveReadersDocument, { errorPolicy: 'all' });
  const { id: lessonId, readersBehind: count } = lesson;
  const version = lesson.version ?? 0;
  return (
    <Notice meaning="neutral" title={t('behind', { count })}>
      <ConfirmedButton
        label={t('move', { version })}
        name={t('move', { version })}
        title={t('moveTitle', { count, version })}
        text={t('moveText', { version })}
        keep={t('keep')}
        refused={t('refused')}
        act={() => move({ variables: { lessonId } })}
      />
    </Notice>
  );
}
