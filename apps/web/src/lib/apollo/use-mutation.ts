import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';
import { mutate, type ErrorPolicy } from './ask';
import { useAsking } from './use-asking';

/** As Apollo's own, with Apollo itself fetched when the first question is asked. */
export function useMutation<Data, Variables extends OperationVariables>(
  document: TypedDocumentString<Data, Variables>,
  defaults?: { errorPolicy?: ErrorPolicy },
) {
  return useAsking<Data, Variables>((options) => mutate(document, options), defaults);
}
