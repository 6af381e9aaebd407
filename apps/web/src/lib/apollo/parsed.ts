import { ApolloLink, gql, type TypedDocumentNode } from '@apollo/client';
import type { TypedDocumentString } from '@/generated/graphql';
import { documentIdOf } from './document-id';

/** Documents are kept as text, the smallest form for a page to carry; Apollo wants them parsed, and parses each once. */
export function parsed<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
): { node: TypedDocumentNode<Data, Variables>; context: { documentId: string } } {
  return { node: gql(document.toString()), context: { documentId: documentIdOf(document) } };
}

/** Sends the id of a document that the API was built with: it executes nothing else for a session. */
export function byId(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { documentId } = operation.getContext() as { documentId: string };
    operation.extensions.documentId = documentId;
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    return forward(operation);
  });
}
