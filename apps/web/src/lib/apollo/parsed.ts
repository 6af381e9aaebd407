import { gql, type TypedDocumentNode } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';

/** Documents are kept as text, the smallest form for a page to carry; Apollo wants them parsed, and parses each once. */
export function parsed<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  return gql(document.toString());
}
