import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';

/** none: an error is thrown. all: errors are returned beside the data. */
export type ErrorPolicy = 'none' | 'all';

export interface Answer<Data> {
  data?: Data | undefined;
  error?: Error | undefined;
}

export type Asked<Variables> = { errorPolicy?: ErrorPolicy } & (Record<string, never> extends Variables
  ? { variables?: Variables }
  : { variables: Variables });

/**
 * Apollo is as large as all of a page's own code, and most pages send no request until somebody presses something, so it is
 * loaded with the first one. If loading fails, that request fails, and the next one tries again.
 */
const apollo = () => import('./client');

export async function query<Data, Variables extends OperationVariables>(
  document: TypedDocumentString<Data, Variables>,
  options: Asked<Variables>,
): Promise<Answer<Data>> {
  const { client, parsed } = await apollo();
  const { node, context } = parsed(document);
  return client.query<Data, OperationVariables>({ ...options, context, query: node });
}

export async function mutate<Data, Variables extends OperationVariables>(
  document: TypedDocumentString<Data, Variables>,
  options: Asked<Variables>,
): Promise<Answer<Data>> {
  const { client, parsed } = await apollo();
  const { node, context } = parsed(document);
  return client.mutate<Data, OperationVariables>({ ...options, context, mutation: node });
}

let isExpected = false;

/** Somebody who touches a page will probably soon cause a request, so Apollo should be loaded by then. */
export function fetchAtFirstTouch(): void {
  if (isExpected) return;
  isExpected = true;
  // If this fails, the request itself loads Apollo again, and reports what is wrong.
  const fetch = () => void apollo().catch(() => undefined);
  // Only after the touch's effect is visible, because a slow phone needs a tenth of a second to evaluate Apollo.
  const fetchAfterPaint = () => requestAnimationFrame(() => setTimeout(fetch));
  for (const touch of ['pointerup', 'keyup'])
    window.addEventListener(touch, fetchAfterPaint, { once: true, passive: true });
}
