'use client';

import { useRouter } from 'next/navigation';
import type { StageText } from '@holdout/domain';
import { DraftEditor } from '@/features/versions/draft-editor';
import { DiscardStageDraftDocument, PublishStageDocument, SaveStageDraftDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { StageFields } from './stage-fields';
import { NO_TEXT, textOf, type AuthoredStage } from './stage-text';

/** Writes the next version of a stage. */
export function StageEditor({ stage }: { stage: AuthoredStage }) {
  const router = useRouter();
  const { id: stageId, draft } = stage;
  const newest = stage.newest && textOf(stage.newest);
  const [askToSave, saving] = useMutation(SaveStageDraftDocument, { errorPolicy: 'all' });
  const [askToPublish, publishing] = useMutation(PublishStageDocument, { errorPolicy: 'all' });
  const [askToDiscard] = useMutation(DiscardStageDraftDocument, { errorPolicy: 'all' });

  async function save(text: StageText, basis: number) {
    const { data } = await askToSave({ variables: { input: { stageId, basis, text } } });
    return data?.saveStageDraft.draft?.revision ?? null;
  }

  async function publish(revision: number, note: string) {
    return Boolean((await askToPublish({ variables: { stageId, revision, note } })).data);
  }

  async function discard() {
    const answer = await askToDiscard({ variables: { stageId } });
    if (answer.data?.discardStageDraft === null) router.push('/stages');
    return answer;
  }

  return (
    <DraftEditor
      draft={draft && { revision: draft.revision, text: textOf(draft.text) }}
      start={newest ?? NO_TEXT}
      isPublished={stage.version !== null}
      save={save}
      saving={saving}
      publish={publish}
      publishing={publishing}
      discard={discard}
    >
      {(text, onChange) => <StageFields text={text} published={newest} onChange={onChange} />}
    </DraftEditor>
  );
}
