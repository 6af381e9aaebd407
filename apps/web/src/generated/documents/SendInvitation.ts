/* eslint-disable */
import type { SendInvitationMutation, SendInvitationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SendInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SendInvitation($id: ID!) {
  sendInvitation(id: $id) {
    id
    link
    letter
  }
}
    `, {"documentId":"sha256:c74fb29dbba0fb86923eaf044cd262a0846973dca221fc3fcb5120be2d870cfc"}) as unknown as TypedDocumentString<SendInvitationMutation, SendInvitationMutationVariables>;