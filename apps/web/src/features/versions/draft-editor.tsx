'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { LESSON_LIMITS } from '@holdout/domain';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import { useDraft } from './use-draft';
import styles from './authoring.module.css';

interface Asked {
  loading: boolean;
  error?: unknown;
}

interface Props<Text> {
  draft: { revision: number; text: Text } | null;
  /** The initial text if there is no draft. */
  start: Text;
  isPublished: boolean;
  /** Saves the text and returns its revision; null if it was refused. */
  save: (text: Text, basis: number) => Promise<number | null>;
  saving: Asked;
  /** Answers whether it was done. */
  publish: (revision: number, note: string) => Promise<boolean>;
  publishing: Asked;
  discard: () => Promise<{ error?: unknown }>;
  children: (text: Text, onChange: (text: Text) => void) => ReactNode;
}

/** Writes the next version: saved as a draft as often as the author likes, then published. */
export function DraftEditor<Text>(props: Props<Text>) {
  const { draft, start, isPublished, save, saving, publish, publishing, discard, children } = props;
  const t = useTranslations('versions');
  const router = useRouter();
  const { text, setText, revision, isDirty, saveDraft } = useDraft({ draft, start, save });
  const [note, setNote] = useState('');

  function saveByKey(event: KeyboardEvent) {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    saveChanges();
  }

  function saveChanges() {
    if (isDirty && !saving.loading) void saveDraft();
  }

  async function publishDraft(event: FormEvent) {
    event.preventDefault();
    const looked = isDirty ? await saveDraft() : revision;
    if (looked !== null && (await publish(looked, note))) router.refresh();
  }

  return (
    <>
      {/* No form: what is written in may have forms of its own. */}
      <div className={styles.stack} onKeyDown={saveByKey}>
        {children(text, setText)}
        <Group>
          {/* Never disabled: that would take the focus from whoever pressed it. */}
          <Button
            variant="default"
            aria-disabled={!isDirty || saving.loading}
            data-disabled={!isDirty || saving.loading || undefined}
            aria-keyshortcuts="Control+S"
            title={t('saveKey')}
            onClick={saveChanges}
          >
            {t('save')}
          </Button>
          {draft && (
            <ConfirmedButton
              label={t('discard')}
              name={t('discard')}
              title={t('discardTitle')}
              text={t(isPublished ? 'discardText' : 'discardAll')}
              keep={t('keep')}
              refused={t('refused')}
              act={discard}
            />
          )}
        </Group>
        <MutationStatus error={saving.error} refused={t('refused')}>
          {isDirty ? <p>{t('unsaved')}</p> : revision > 0 && <p>{t('saved')}</p>}
        </MutationStatus>
      </div>
      {(revision > 0 || isDirty) && (
        <PublishForm
          note={note}
          onNote={setNote}
          publishing={publishing}
          onSubmit={(event) => void publishDraft(event)}
        />
      )}
    </>
  );
}

interface PublishFormProps {
  note: string;
  onNote: (note: string) => void;
  publishing: Asked;
  onSubmit: (event: FormEvent) => void;
}

/** What the version changes, in the author's words, and the button that shows it to students. */
function PublishForm({ note, onNote, publishing, onSubmit }: PublishFormProps) {
  const t = useTranslations('versions');
  return (
    <form className={styles.publish} onSubmit={onSubmit}>
      <TextInput
        className={styles.grow}
        label={t('note')}
        description={t('noteNote')}
        value={note}
        maxLength={LESSON_LIMITS.note}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={publishing.loading}>
        {t('publish')}
      </Button>
      <MutationStatus error={publishing.error} refused={t('refused')} />
    </form>
  );
}
