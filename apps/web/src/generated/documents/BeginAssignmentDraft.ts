/* eslint-disable */
import type { BeginAssignmentDraftMutation, BeginAssignmentDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginAssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginAssignmentDraft($uploadId: ID!) {
  beginAssignmentDraft(uploadId: $uploadId) {
    id
  }
}
    `, {"documentId":"sha256:a2831042c0ab29dda8e7571d7c188b70fd826e626a821d574dc51eda2e0c7e3c"}) as unknown as TypedDocumentString<BeginAssignmentDraftMutation, BeginAssignmentDraftMutationVariables>;