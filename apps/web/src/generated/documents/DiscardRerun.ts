/* eslint-disable */
import type { DiscardRerunMutation, DiscardRerunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiscardRerunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DiscardRerun($id: ID!) {
  discardRerun(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:1478a1cb1ea2c394613d8de1571a4fe214bebcd606cc052288e3d59d9c28e801"}) as unknown as TypedDocumentString<DiscardRerunMutation, DiscardRerunMutationVariables>;