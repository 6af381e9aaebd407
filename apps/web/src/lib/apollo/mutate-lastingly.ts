import type { TypedDocumentString } from '@/generated/graphql';
import { documentIdOf } from './document-id';
import { RefusedAnswer, serverError } from './errors';
import { headersOfPage, namedAnew } from './headers';

/** Browsers finish up to 64 KiB of requests for pages that are gone. */
const MOST_CARRIED = 60_000;

interface Body<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/**
 * Sends a mutation at once, without loading Apollo first, and in such a way that the browser finishes it if the page is
 * reloaded or closed meanwhile.
 * @throws what `apiFailure` reads
 */
export async function mutateLastingly<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const body = JSON.stringify({ variables, extensions: { documentId: documentIdOf(document) } });
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headersOfPage(), ...namedAnew(), 'content-type': 'application/json' },
    body,
    keepalive: body.length <= MOST_CARRIED,
  });
  const answer = await (response.json() as Promise<Body<Data>>).catch(() => null);
  if (answer?.errors) throw new RefusedAnswer(answer.errors);
  if (!response.ok || !answer?.data) throw serverError(response);
  return answer.data;
}
