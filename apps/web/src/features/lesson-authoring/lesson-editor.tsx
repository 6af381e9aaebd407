'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { LESSON_LIMITS } from '@holdout/domain';
import {
  DiscardLessonDraftDocument,
  PublishLessonDocument,
  SaveLessonDraftDocument,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import { LessonFields } from './lesson-fields';
import { NO_TEXT, textOf, type AuthoredLesson, type LessonText } from './lesson-text';
import styles from './lesson-authoring.module.css';

interface Props {
  stageSlug: string;
  lesson: AuthoredLesson;
  /** What the newest version says; null while there is none. */
  newest: LessonText | null;
}

/** Writes the next version of a lesson: saved as a draft as often as the author likes, then published. */
export function LessonEditor({ stageSlug, lesson, newest }: Props) {
  const t = useTranslations('lessonAuthoring');
  const router = useRouter();
  const { draft } = lesson;
  const [text, setText] = useState<LessonText>(() => textOf(draft ?? newest ?? NO_TEXT));
  const [saved, setSaved] = useState(text);
  const [revision, setRevision] = useState(draft?.revision ?? 0);
  const [note, setNote] = useState('');
  const [save, saving] = useMutation(SaveLessonDraftDocument, { errorPolicy: 'all' });
  const [publish, publishing] = useMutation(PublishLessonDocument, { errorPolicy: 'all' });
  const [discard] = useMutation(DiscardLessonDraftDocument, { errorPolicy: 'all' });
  const isDirty = text !== saved;
  // A version was put into the draft: what stands there now is what is written on.
  if (draft && draft.revision > revision) {
    const restored = textOf(draft);
    setText(restored);
    setSaved(restored);
    setRevision(draft.revision);
  }
  useWarningBeforeLeaving(isDirty);

  async function saveDraft(): Promise<number | null> {
    const { data } = await save({ variables: { input: { lessonId: lesson.id, basis: revision, ...text } } });
    const kept = data?.saveLessonDraft.draft;
    if (!kept) return null;
    setSaved(text);
    setRevision(kept.revision);
    router.refresh();
    return kept.revision;
  }

  async function discardDraft() {
    const answer = await discard({ variables: { lessonId: lesson.id } });
    if (answer.data?.discardLessonDraft === null) router.push(`/stages/${stageSlug}/lessons`);
    return answer;
  }

  async function publishDraft(event: FormEvent) {
    event.preventDefault();
    const looked = isDirty ? await saveDraft() : revision;
    if (looked === null) return;
    const { data } = await publish({ variables: { lessonId: lesson.id, revision: looked, note } });
    if (data) router.refresh();
  }

  return (
    <>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void saveDraft();
        }}
      >
        <LessonFields text={text} published={newest} onChange={setText} />
        <Group>
          <Button type="submit" variant="default" loading={saving.loading} disabled={!isDirty}>
            {t('save')}
          </Button>
          {draft && (
            <ConfirmedButton
              label={t('discard')}
              name={t('discard')}
              title={t('discardTitle')}
              text={t(lesson.version === null ? 'discardAll' : 'discardText')}
              keep={t('keep')}
              refused={t('refused')}
              act={discardDraft}
            />
          )}
        </Group>
        <MutationStatus error={saving.error} refused={t('refused')}>
          {isDirty ? <p>{t('unsaved')}</p> : saving.data && <p>{t('saved')}</p>}
        </MutationStatus>
      </form>
      {(revision > 0 || isDirty) && (
        <form className={styles.publish} onSubmit={(event) => void publishDraft(event)}>
          <TextInput
            className={styles.grow}
            label={t('note')}
            description={t('noteNote')}
            value={note}
            maxLength={LESSON_LIMITS.note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" loading={publishing.loading}>
            {t('publish')}
          </Button>
          <MutationStatus error={publishing.error} refused={t('refused')} />
        </form>
      )}
    </>
  );
}

function useWarningBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
