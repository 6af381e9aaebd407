'use client';

import { useRouter } from 'next/navigation';
import { DraftEditor } from '@/features/versions/draft-editor';
import {
  DiscardLessonDraftDocument,
  PublishLessonDocument,
  SaveLessonDraftDocument,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LessonFields } from './lesson-fields';
import { NO_TEXT, textOf, type AuthoredLesson, type LessonText } from './lesson-text';

interface Props {
  stageSlug: string;
  lesson: AuthoredLesson;
  /** What the newest version says; null while there is none. */
  newest: LessonText | null;
}

/** Writes the next version of a lesson. */
export function LessonEditor({ stageSlug, lesson, newest }: Props) {
  const router = useRouter();
  const { id: lessonId, draft } = lesson;
  const [askToSave, saving] = useMutation(SaveLessonDraftDocument, { errorPolicy: 'all' });
  const [askToPublish, publishing] = useMutation(PublishLessonDocument, { errorPolicy: 'all' });
  const [askToDiscard] = useMutation(DiscardLessonDraftDocument, { errorPolicy: 'all' });

  async function save(text: LessonText, basis: number) {
    const { data } = await askToSave({ variables: { input: { lessonId, basis, ...text } } });
    return data?.saveLessonDraft.draft?.revision ?? null;
  }

  async function publish(revision: number, note: string) {
    return Boolean((await askToPublish({ variables: { lessonId, revision, note } })).data);
  }

  async function discard() {
    const answer = await askToDiscard({ variables: { lessonId } });
    if (answer.data?.discardLessonDraft === null) router.push(`/stages/${stageSlug}/lessons`);
    return answer;
  }

  return (
    <DraftEditor
      draft={draft && { revision: draft.revision, text: textOf(draft) }}
      start={newest ?? NO_TEXT}
      isPublished={lesson.version !== null}
      save={save}
      saving={saving}
      publish={publish}
      publishing={publishing}
      discard={discard}
    >
      {(text, onChange) => <LessonFields text={text} published={newest} onChange={onChange} />}
    </DraftEditor>
  );
}
