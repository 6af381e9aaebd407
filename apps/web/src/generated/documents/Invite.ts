/* eslint-disable */
import type { InviteMutation, InviteMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const InviteDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Invite($input: InviteInput!) {
  invite(input: $input) {
    id
    role
    status
    expiresAt
    link
    letter
  }
}
    `, {"documentId":"sha256:63cb12713167a3302e3aa3d1e4fbeaaa3968622f85b5a7ac0d1a9e71a143c858"}) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;