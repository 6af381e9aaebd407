/* eslint-disable */
import type { DeleteReviewCommentMutation, DeleteReviewCommentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DeleteReviewCommentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeleteReviewComment($id: ID!) {
  deleteReviewComment(id: $id) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:25b067654898852022c008559ad9db63d19b02e9a1d1c6908b1fd4cc78a23f04"}) as unknown as TypedDocumentString<DeleteReviewCommentMutation, DeleteReviewCommentMutationVariables>;