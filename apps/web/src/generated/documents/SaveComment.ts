/* eslint-disable */
import type { SaveCommentMutation, SaveCommentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveCommentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveComment($slug: String!, $text: String!) {
  saveComment(assignmentSlug: $slug, text: $text) {
    id
    text
  }
}
    `, {"documentId":"sha256:8ba877fddb6f58ed1e6aba372e62dff86a64e57fc3f9b1832039eeb07b8d5c4f"}) as unknown as TypedDocumentString<SaveCommentMutation, SaveCommentMutationVariables>;