import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';

/** None: an error is thrown. All: it is answered, beside what data there is. */
export type ErrorPolicy = 'none' | 'all';

export interface Answer<Data> {
  data?: Data | undefined;
  error?: Error | undefined;
}

export type Asked<Variables> = { errorPolicy?: ErrorPolicy } & (Record<string, never> extends Variables
  ? { variables?: Variables }
  : { variables: Variables });

/**
 * Apollo weighs as much as all of a page's own code, and most pages ask nothing until somebody presses something: it is fetched
 * with the first question. A fetch that fails is an error like any other, and the next question tries again.
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

/** Whoever touches a page that can ask will soon do so: Apollo should be there by then. */
export function fetchAtFirstTouch(): void {
  if (isExpected) return;
  isExpected = true;
  // Without it, the question itself fetches it, and says what is wrong.
  const fetch = () => void apollo().catch(() => undefined);
  // Not before the reader sees what the touch changed: a slow phone needs a tenth of a second to take Apollo in.
  const fetchAfterPaint = () => requestAnimationFrame(() => setTimeout(fetch));
  for (const touch of ['pointerup', 'keyup'])
    window.addEventListener(touch, fetchAfterPaint, { once: true, passive: true });
}
