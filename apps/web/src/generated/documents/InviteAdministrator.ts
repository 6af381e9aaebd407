/* eslint-disable */
import type { InviteAdministratorMutation, InviteAdministratorMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const InviteAdministratorDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InviteAdministrator($id: ID!, $email: String!) {
  inviteAdministrator(id: $id, email: $email) {
    organizationId
    link
    isMailed
  }
}
    `, {"documentId":"sha256:ec1bf54b003b87f51152337790e2d5446a99d9a1f8bcb86d22d5c2d245f1a693"}) as unknown as TypedDocumentString<InviteAdministratorMutation, InviteAdministratorMutationVariables>;