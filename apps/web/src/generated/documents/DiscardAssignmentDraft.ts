/* eslint-disable */
import type { DiscardAssignmentDraftMutation, DiscardAssignmentDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiscardAssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DiscardAssignmentDraft($id: ID!) {
  discardAssignmentDraft(id: $id)
}
    `, {"documentId":"sha256:d89f94ebb5c6bd51d12097eb3e4395ec394bead2dca3d27f8646f083d39ddf59"}) as unknown as TypedDocumentString<DiscardAssignmentDraftMutation, DiscardAssignmentDraftMutationVariables>;