/* eslint-disable */
import type { SavedCommentsQuery, SavedCommentsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SavedCommentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SavedComments($slug: String!) {
  savedComments(assignmentSlug: $slug) {
    id
    text
  }
}
    `, {"documentId":"sha256:e054ade9a34d1ed9f9022267fa1c917d85c210df8ca93244221a3d96703c3faf"}) as unknown as TypedDocumentString<SavedCommentsQuery, SavedCommentsQueryVariables>;