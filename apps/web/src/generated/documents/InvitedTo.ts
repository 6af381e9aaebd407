/* eslint-disable */
import type { InvitedToQuery, InvitedToQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const InvitedToDocument = /*#__PURE__*/ new TypedDocumentString(`
    query InvitedTo($token: String!) {
  invitedTo(token: $token) {
    organizationName
    logoUrl
    role
  }
}
    `, {"documentId":"sha256:d136f479b938b4d02c83699d12e19c923f7ccdb92bcfa6fe27034f4bf9ee8db1"}) as unknown as TypedDocumentString<InvitedToQuery, InvitedToQueryVariables>;