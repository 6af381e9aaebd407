/* eslint-disable */
import type { SaveAssignmentDraftMutation, SaveAssignmentDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveAssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveAssignmentDraft($id: ID!, $settings: AssignmentDraftSettingsInput!) {
  saveAssignmentDraft(id: $id, settings: $settings) {
    id
    updatedAt
  }
}
    `, {"documentId":"sha256:0f68c18ee868cccb940851ed4c88cb8a68f31b774b3dd51902060942043e82f1"}) as unknown as TypedDocumentString<SaveAssignmentDraftMutation, SaveAssignmentDraftMutationVariables>;