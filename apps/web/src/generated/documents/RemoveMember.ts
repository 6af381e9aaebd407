/* eslint-disable */
import type { RemoveMemberMutation, RemoveMemberMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveMember($id: ID!) {
  removeMembership(id: $id)
}
    `, {"documentId":"sha256:70476aa5d210164459b41317bcf4f94a2ffe2da45f0d1d6fe17042b95bbc366a"}) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;