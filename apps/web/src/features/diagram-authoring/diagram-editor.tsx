'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { DiagramText } from '@holdout/domain';
import { DraftEditor } from '@/features/versions/draft-editor';
import {
  DiscardDiagramDraftDocument,
  PublishDiagramDocument,
  SaveDiagramDraftDocument,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { DiagramFields } from './diagram-fields';
import { NO_TEXT, textOf, type AuthoredDiagram } from './diagram-text';

interface Props {
  diagram: AuthoredDiagram;
  stages: readonly { slug: string; title: string }[];
  preview: ReactNode;
}

/** Draws the next version of a concept diagram. */
export function DiagramEditor({ diagram, stages, preview }: Props) {
  const router = useRouter();
  const { id: diagramId, draft } = diagram;
  const newest = diagram.newest && textOf(diagram.newest);
  const [askToSave, saving] = useMutation(SaveDiagramDraftDocument, { errorPolicy: 'all' });
  const [askToPublish, publishing] = useMutation(PublishDiagramDocument, { errorPolicy: 'all' });
  const [askToDiscard] = useMutation(DiscardDiagramDraftDocument, { errorPolicy: 'all' });

  async function save(text: DiagramText, basis: number) {
    const { data } = await askToSave({ variables: { input: { diagramId, basis, text } } });
    return data?.saveDiagramDraft.draft?.revision ?? null;
  }

  async function publish(revision: number, note: string) {
    return Boolean((await askToPublish({ variables: { diagramId, revision, note } })).data);
  }

  async function discard() {
    const answer = await askToDiscard({ variables: { diagramId } });
    if (answer.data?.discardDiagramDraft === null) router.push('/diagrams');
    return answer;
  }

  return (
    <DraftEditor
      draft={draft && { revision: draft.revision, text: textOf(draft.text) }}
      start={newest ?? NO_TEXT}
      isPublished={diagram.version !== null}
      save={save}
      saving={saving}
      publish={publish}
      publishing={publishing}
      discard={discard}
    >
      {(text, onChange) => (
        <DiagramFields text={text} published={newest} stages={stages} preview={preview} onChange={onChange} />
      )}
    </DraftEditor>
  );
}
