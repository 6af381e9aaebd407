'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useUnsaved } from '@/lib/use-unsaved';

interface Options<Text> {
  draft: { revision: number; text: Text } | null;
  /** The initial text if there is no draft. */
  start: Text;
  /** Saves the text and returns its revision; null if it was refused. */
  save: (text: Text, basis: number) => Promise<number | null>;
}

/** A text that is being written, and how much of it is saved. */
export function useDraft<Text>({ draft, start, save }: Options<Text>) {
  const router = useRouter();
  const [text, setText] = useState<Text>(draft?.text ?? start);
  const [saved, setSaved] = useState(text);
  const [revision, setRevision] = useState(draft?.revision ?? 0);
  const [hadDraft, setHadDraft] = useState(draft !== null);
  const isDirty = text !== saved;

  function restart(at: Text, from: number) {
    setText(at);
    setSaved(at);
    setRevision(from);
  }
  // A version was restored into the draft, so editing continues from there.
  if (draft && draft.revision > revision) restart(draft.text, draft.revision);
  // The first save creates a draft, and editing continues. Discarding a draft discards the text as well.
  if ((draft !== null) !== hadDraft) {
    setHadDraft(draft !== null);
    if (!draft) restart(start, 0);
  }
  useUnsaved(isDirty);

  async function saveDraft(): Promise<number | null> {
    const kept = await save(text, revision);
    if (kept === null) return null;
    setSaved(text);
    setRevision(kept);
    router.refresh();
    return kept;
  }

  return { text, setText, revision, isDirty, saveDraft };
}
