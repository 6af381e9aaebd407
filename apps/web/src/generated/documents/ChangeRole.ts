/* eslint-disable */
import type { ChangeRoleMutation, ChangeRoleMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeRoleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeRole($id: ID!, $role: Role!, $isInstead: Boolean!) {
  changeRole(id: $id, role: $role, isInstead: $isInstead)
}
    `, {"documentId":"sha256:a9f4f6551bead4847f0a541f7a9ec4ef591a9f75f210845b856b156093bcf6aa"}) as unknown as TypedDocumentString<ChangeRoleMutation, ChangeRoleMutationVariables>;