/* eslint-disable */
import type { AcceptInvitationMutation, AcceptInvitationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AcceptInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptInvitation($token: String!) {
  acceptInvitation(token: $token) {
    role
    organization {
      id
      slug
      name
    }
  }
}
    `, {"documentId":"sha256:1dc9ac6c2358ca8b0d5de63f10a0c53eced539c6a5ee74bbcddb2fe7b98cab15"}) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;