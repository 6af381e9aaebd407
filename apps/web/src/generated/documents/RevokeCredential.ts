/* eslint-disable */
import type { RevokeCredentialMutation, RevokeCredentialMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RevokeCredentialDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeCredential($id: ID!, $reason: String!) {
  revokeCredential(id: $id, reason: $reason) {
    id
    status
  }
}
    `, {"documentId":"sha256:6732c285d7e1edf86b2dace0ede5beb51dc1b750c41c0a651e2499a582a05485"}) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;