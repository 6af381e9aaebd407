/* eslint-disable */
import type { DeleteSavedCommentMutation, DeleteSavedCommentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DeleteSavedCommentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteSavedComment($id: ID!) {
  deleteSavedComment(id: $id)
}
    `, {"documentId":"sha256:89a482fe16e30e05cc2f0cde5ec848dece59b2532f162dc84d97935f189727fd"}) as unknown as TypedDocumentString<DeleteSavedCommentMutation, DeleteSavedCommentMutationVariables>;