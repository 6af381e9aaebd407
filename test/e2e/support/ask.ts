import type { BrowserContext } from 'playwright-core';
import { documentIdNamed } from '../../support/built-documents.js';
import { BASE_URL } from './browser.js';

const keys = new WeakMap<BrowserContext, Promise<string>>();

/**
 * Asks as whoever is signed in, with a key that they make for it: a session may send nothing but what the web was built with.
 * @throws the first error of the answer
 */
export async function ask<T>(
  context: BrowserContext,
  query: string,
  variables: object = {},
  origin = BASE_URL,
): Promise<T> {
  const known = keys.get(context) ?? keyOf(context, origin);
  keys.set(context, known);
  return post<T>(context, { query, variables }, { origin, 'x-api-key': await known });
}

async function keyOf(context: BrowserContext, origin: string): Promise<string> {
  const extensions = { documentId: documentIdNamed('CreateApiKey') };
  const body = { variables: { name: 'Browser tests' }, extensions };
  const made = await post<{ createApiKey: { secret: string } }>(context, body, { origin });
  return made.createApiKey.secret;
}

async function post<T>(
  { request }: BrowserContext,
  data: object,
  headers: Record<string, string>,
): Promise<T> {
  const answer = await request.post('/graphql', { data, headers: { 'x-holdout-csrf': '1', ...headers } });
  const { data: found, errors } = (await answer.json()) as { data: T | null; errors?: { message: string }[] };
  if (!found) throw new Error(errors?.[0]?.message);
  return found;
}
