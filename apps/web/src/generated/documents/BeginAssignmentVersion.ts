/* eslint-disable */
import type { BeginAssignmentVersionMutation, BeginAssignmentVersionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginAssignmentVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginAssignmentVersion($slug: String!) {
  beginAssignmentVersion(slug: $slug) {
    id
  }
}
    `, {"documentId":"sha256:a95c4578940de69d19ea9d271709326098111008f5898e71cc9e5706e9cbd4aa"}) as unknown as TypedDocumentString<BeginAssignmentVersionMutation, BeginAssignmentVersionMutationVariables>;