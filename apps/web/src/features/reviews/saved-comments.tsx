'use client';

import { Button, Menu } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import { DeleteSavedCommentDocument, SaveCommentDocument, SavedCommentsDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import styles from './grading-desk.module.css';

interface Props {
  slug: string;
  /** The text being written, which can be saved. */
  text: string;
  onUse: (text: string) => void;
}

/** Comments kept for use again by everyone who grades this assignment. */
export function SavedComments({ slug, text, onUse }: Props) {
  const t = useTranslations('reviews');
  const [read, { data }] = useLazyQuery(SavedCommentsDocument, { errorPolicy: 'all' });
  const [save, saving] = useMutation(SaveCommentDocument, { errorPolicy: 'all' });
  const [remove] = useMutation(DeleteSavedCommentDocument, { errorPolicy: 'all' });
  const readAgain = useCallback(() => read({ variables: { slug } }), [read, slug]);
  useEffect(() => void readAgain(), [readAgain]);
  const saved = data?.savedComments ?? [];
  const isKept = saved.some((comment) => comment.text === text.trim());

  return (
    <div className={styles.saved}>
      <Menu position="bottom-start" width={360}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" disabled={saved.length === 0}>
            {t('useSaved', { count: saved.length })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.map((comment) => (
            <div key={comment.id} className={styles.savedRow}>
              <Menu.Item onClick={() => onUse(comment.text)}>{comment.text}</Menu.Item>
              <Menu.Item
                aria-label={t('deleteSaved', { text: comment.text })}
                leftSection={<IconTrash size={14} aria-hidden />}
                closeMenuOnClick={false}
                onClick={() => void remove({ variables: { id: comment.id } }).then(readAgain)}
              />
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        variant="default"
        loading={saving.loading}
        disabled={text.trim() === '' || isKept}
        onClick={() => void save({ variables: { slug, text } }).then(readAgain)}
      >
        {isKept ? t('kept') : t('keepComment')}
      </Button>
    </div>
  );
}
