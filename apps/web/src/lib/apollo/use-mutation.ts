import type { OperationVariables } from '@apollo/client';
import { useRef } from 'react';
import type { TypedDocumentString } from '@/generated/graphql';
import { mutate, type Answer, type Asked, type ErrorPolicy } from './ask';
import { useAsking } from './use-asking';

/**
 * As Apollo's own, with Apollo itself fetched when the first question is asked. What is under way is not asked again: the second
 * press of a double click shares the answer to the first.
 */
export function useMutation<Data, Variables extends OperationVariables>(
  document: TypedDocumentString<Data, Variables>,
  defaults?: { errorPolicy?: ErrorPolicy },
) {
  const underWay = useRef(new Map<string, Promise<Answer<Data>>>());
  function mutateOnce(options: Asked<Variables>): Promise<Answer<Data>> {
    const key = JSON.stringify(options.variables);
    const answer =
      underWay.current.get(key) ?? mutate(document, options).finally(() => underWay.current.delete(key));
    underWay.current.set(key, answer);
    return answer;
  }
  return useAsking<Data, Variables>(mutateOnce, defaults);
}
