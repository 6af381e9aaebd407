/* eslint-disable */
import type { RemoveGroupMutation, RemoveGroupMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveGroup($id: ID!) {
  removeGroup(id: $id)
}
    `, {"documentId":"sha256:bc8bb99bcf1a6644b57af9ec59bce2e12ad101efc68298dac2bb294d2ddd872c"}) as unknown as TypedDocumentString<RemoveGroupMutation, RemoveGroupMutationVariables>;