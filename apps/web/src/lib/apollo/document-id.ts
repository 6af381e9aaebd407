import type { TypedDocumentString } from '@/generated/graphql';

/** The hash under which the API was told of a document when the app was built. */
export function documentIdOf({
  __meta__: meta,
}: Pick<TypedDocumentString<unknown, unknown>, '__meta__'>): string {
  const id: unknown = meta?.documentId;
  if (typeof id === 'string') return id;
  throw new Error('Only an operation of a .graphql file has an id. Run npm run generate:graphql.');
}
