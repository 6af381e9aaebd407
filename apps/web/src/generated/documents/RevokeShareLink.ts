/* eslint-disable */
import type { RevokeShareLinkMutation, RevokeShareLinkMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RevokeShareLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeShareLink($id: ID!) {
  revokeShareLink(id: $id) {
    ...OwnShareLink
  }
}
    fragment OwnShareLink on ShareLink {
  id
  label
  hasPasscode
  createdAt
  expiresAt
  revokedAt
  viewCount
  views
}`, {"documentId":"sha256:89c6dad5224143c759597630092689b336e1bf3b20b3351a69bb3296061f952f"}) as unknown as TypedDocumentString<RevokeShareLinkMutation, RevokeShareLinkMutationVariables>;