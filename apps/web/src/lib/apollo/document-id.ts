import type { TypedDocumentString } from '@/generated/graphql';

/** The hash of a document, by which the API has known it since the app was built. */
export function documentIdOf({
  __meta__: meta,
}: Pick<TypedDocumentString<unknown, unknown>, '__meta__'>): string {
  const id: unknown = meta?.documentId;
  if (typeof id === 'string') return id;
  throw new Error('Only an operation of a .graphql file has an id. Run npm run generate:graphql.');
}
