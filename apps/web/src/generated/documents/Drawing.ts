/* eslint-disable */
import type { DrawingQuery, DrawingQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DrawingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Drawing($slug: String!) {
  drawing(assignmentSlug: $slug) {
    nodes {
      key
      x
      y
    }
    edges {
      from
      to
    }
    savedAt
  }
}
    `, {"documentId":"sha256:73a772e29262b29b9d8b8a91b7fe81f4715ae877e07aa6982b50d64f36ec63f7"}) as unknown as TypedDocumentString<DrawingQuery, DrawingQueryVariables>;