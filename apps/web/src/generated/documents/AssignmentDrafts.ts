/* eslint-disable */
import type { AssignmentDraftsQuery, AssignmentDraftsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssignmentDraftsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssignmentDrafts {
  assignmentDrafts {
    id
    title
    slug
    fileName
    status
    updatedAt
  }
}
    `, {"documentId":"sha256:361484c5149bcedc078e88798dbb0b09e980fb65bce3bd33a5a776cde3c62cd9"}) as unknown as TypedDocumentString<AssignmentDraftsQuery, AssignmentDraftsQueryVariables>;