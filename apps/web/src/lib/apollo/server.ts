import { HttpLink } from '@apollo/client';
import type { OperationVariables } from '@apollo/client';
import { ApolloClient, InMemoryCache, registerApolloClient } from '@apollo/client-integration-nextjs';
import { cookies, headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { TypedDocumentString } from '@/generated/graphql';
import { ORGANIZATION_COOKIE, ORGANIZATION_HEADER } from '@/lib/organization-cookie';
import { PATH_HEADER } from '@/proxy';
import { apiFailure } from './errors';
import { byId, parsed } from './parsed';

const { getClient } = registerApolloClient(async () => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const organization = jar.get(ORGANIZATION_COOKIE)?.value;
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: byId().concat(
      new HttpLink({
        uri: `${process.env.API_INTERNAL_URL ?? 'http://127.0.0.1:4000'}/graphql`,
        fetchOptions: { cache: 'no-store' },
        headers: {
          cookie: jar.toString(),
          'x-holdout-csrf': '1',
          'user-agent': incoming.get('user-agent') ?? '',
          // Passes on the reader's address, because request limits apply to readers, not to this server.
          'x-forwarded-for': incoming.get('x-forwarded-for') ?? '',
          // All requests for one page share one correlation id.
          'x-correlation-id': incoming.get('x-correlation-id') ?? '',
          ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
        },
      }),
    ),
    // No cache: Apollo caches by types that it adds to a document's text, and texts are not sent (see `asked`).
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  });
});

/** What several parts of a page ask is asked once. */
const asked = cache(
  async <Data, Variables extends OperationVariables>(
    document: TypedDocumentString<Data, Variables>,
    variables: string,
  ) => {
    const client = await getClient();
    const { node, context } = parsed(document);
    return client.query<Data, OperationVariables>({
      query: node,
      context,
      variables: JSON.parse(variables) as OperationVariables,
    });
  },
);

/** An error whose digest survives to the browser, where Next.js hides everything else. */
class PageError extends Error {
  constructor(
    readonly digest: string,
    cause: unknown,
  ) {
    super('The api could not answer.', { cause });
  }
}

/**
 * Read from the api for a page. Signed-out readers are sent to sign in and come back; what does not exist or is not theirs becomes
 * the page that says so.
 * @throws PageError with the correlation id as digest for anything else.
 */
export async function load<Data, Variables extends OperationVariables>(
  query: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return answered(asked(query, JSON.stringify(variables)));
}

/** As `load`, for what is noted when it is read. */
export async function loadNoted<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const client = await getClient();
  const { node, context } = parsed(mutation);
  return answered(client.mutate<Data, OperationVariables>({ mutation: node, context, variables }));
}

async function answered<Data>(asked: Promise<{ data?: Data | undefined; error?: unknown }>): Promise<Data> {
  const answer = await asked.catch(async (error: unknown) => {
    const failure = apiFailure(error);
    if (failure.code === 'UNAUTHENTICATED') redirect(await signInPath());
    if (failure.code === 'NOT_FOUND' || failure.code === 'BAD_USER_INPUT') notFound();
    if (failure.code === 'FORBIDDEN') forbidden();
    // There is nothing to look up: the page says to wait.
    if (failure.code === 'RATE_LIMITED') throw new PageError(failure.code, error);
    throw new PageError(failure.correlationId ?? failure.code, error);
  });
  if (answer.data === undefined) throw new PageError('EMPTY_ANSWER', answer.error);
  return answer.data;
}

/** Address of the sign-in page that returns to the page being asked for. */
export async function signInPath(): Promise<string> {
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}
