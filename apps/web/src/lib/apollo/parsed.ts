import { ApolloLink, gql, type TypedDocumentNode } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';
import { documentIdOf } from './document-id';

/** Documents are kept as text, which is the smallest form for a page to carry. Apollo needs them parsed; each is parsed once. */
export function parsed<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): { node: TypedDocumentNode<Data, Variables>; context: { documentId: string } } {
  return { node: gql(document.toString()), context: { documentId: documentIdOf(document) } };
}

/** Sends a document's id instead of its text: for sessions, the API executes only documents it was built with. */
export function byId(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { documentId } = operation.getContext() as { documentId: string };
    operation.extensions.documentId = documentId;
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    return forward(operation);
  });
}
