'use client';

import { useState } from 'react';
import { CheckAssignmentDraftDocument, PublishAssignmentDraftDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import type { DraftImport } from './draft.types';
import { useImportChanges } from './use-import-changes';

/** Checks and publications of a draft: the newest one as it is now, and how to begin another. */
export function useDraftImport(draftId: string, initial: DraftImport | null) {
  const [begun, setBegun] = useState(initial);
  const [check, checking] = useMutation(CheckAssignmentDraftDocument, { errorPolicy: 'all' });
  const [publish, publishing] = useMutation(PublishAssignmentDraftDocument, { errorPolicy: 'all' });
  const newest = useImportChanges(begun);
  const variables = { id: draftId };

  async function begin(what: 'check' | 'publish'): Promise<void> {
    checking.reset();
    publishing.reset();
    const made =
      what === 'check'
        ? (await check({ variables })).data?.checkAssignmentDraft
        : (await publish({ variables })).data?.publishAssignmentDraft;
    if (made) setBegun(made);
  }

  return {
    newest,
    isRunning: checking.loading || publishing.loading || (newest !== null && newest.finishedAt === null),
    error: checking.error ?? publishing.error,
    begin,
  };
}
