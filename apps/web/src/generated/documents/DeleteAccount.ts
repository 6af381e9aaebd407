/* eslint-disable */
import type { DeleteAccountMutation, DeleteAccountMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DeleteAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteAccount($password: String!) {
  deleteAccount(password: $password)
}
    `, {"documentId":"sha256:079ed3d63e49391a082d27ee1a18987abd47582eb900e04fc8ec98daf9f9362a"}) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;