import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';
import { query, type ErrorPolicy } from './ask';
import { useAsking } from './use-asking';

/** As Apollo's own, with Apollo itself fetched when the first question is asked. */
export function useLazyQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentString<Data, Variables>,
  defaults?: { errorPolicy?: ErrorPolicy },
) {
  return useAsking<Data, Variables>((options) => query(document, options), { ...defaults, keepsData: true });
}
