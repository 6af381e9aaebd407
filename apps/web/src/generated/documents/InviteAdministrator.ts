/* eslint-disable */
import type { InviteAdministratorMutation, InviteAdministratorMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const InviteAdministratorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InviteAdministrator($id: ID!, $email: String!) {
  inviteAdministrator(id: $id, email: $email) {
    organizationId
    link
  }
}
    `, {"documentId":"sha256:fd4bbcb165e3d096e7166237d45b26bda8c1a81baa4b2dc4ee6add961324ad6b"}) as unknown as TypedDocumentString<InviteAdministratorMutation, InviteAdministratorMutationVariables>;