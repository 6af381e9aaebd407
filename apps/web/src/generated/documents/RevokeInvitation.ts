/* eslint-disable */
import type { RevokeInvitationMutation, RevokeInvitationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RevokeInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  revokeInvitation(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:75c93b591694060e6f2742b3a4bce09143f3ccd9145505a8d0a97c774d04ac89"}) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;