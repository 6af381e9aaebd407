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
  }
}
    `, {"documentId":"sha256:36e06753d1779f9ea7f4b8c4fe9af82297dfd64ba66521472cc8a8e544051a2a"}) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;