'use client';

import { Button, Group, NativeSelect } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MutationStatus } from '@/ui/mutation-status';
import { exportedFolder } from './exported-folder';
import { hasBoxes } from './open-box';
import styles from './authoring.module.css';

interface Props {
  assignments: readonly { slug: string; title: string }[];
  /** Which one is chosen first. */
  asked: string | null;
}

/** Gives an author a published assignment as a folder that can be imported again. It arrives encrypted and is decrypted here. */
export function FolderExport({ assignments, asked }: Props) {
  const t = useTranslations('drafts.export');
  const isLive = useMounted();
  const [slug, setSlug] = useState(
    assignments.find((known) => known.slug === asked)?.slug ?? assignments[0]?.slug ?? '',
  );
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown; bytes?: number }>({ isBusy: false });

  async function fetchFolder() {
    setState({ isBusy: true });
    try {
      setState({ isBusy: false, bytes: await exportedFolder(slug) });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  }

  return (
    <div className={styles.stack}>
      <Group align="flex-end">
        <NativeSelect
          label={t('assignment')}
          data={assignments.map(({ slug: value, title }) => ({ value, label: title }))}
          value={slug}
          disabled={!isLive || state.isBusy}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={state.isBusy}
          disabled={!isLive || slug === ''}
          onClick={() => void fetchFolder()}
        >
          {t('fetch')}
        </Button>
      </Group>
      {isLive && !hasBoxes() && <p>{t('insecure')}</p>}
      <MutationStatus error={state.error} refused={t('refused')}>
        {state.bytes !== undefined && <p>{t('done')}</p>}
      </MutationStatus>
    </div>
  );
}
