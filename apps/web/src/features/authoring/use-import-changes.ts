import { DraftImportChangedDocument } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';
import type { DraftImport } from './draft.types';

/** An import that was begun, as it is now. */
export function useImportChanges(begun: DraftImport | null): DraftImport | null {
  const { data } = useSubscription(DraftImportChangedDocument, {
    variables: { id: begun?.id ?? '' },
    skip: !begun || begun.finishedAt !== null,
  });
  const changed = data?.assignmentImportChanged;
  return changed && changed.id === begun?.id ? changed : begun;
}
