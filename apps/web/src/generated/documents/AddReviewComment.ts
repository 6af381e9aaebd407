/* eslint-disable */
import type { AddReviewCommentMutation, AddReviewCommentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AddReviewCommentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddReviewComment($input: ReviewCommentInput!) {
  addReviewComment(input: $input) {
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
}`, {"documentId":"sha256:afbfde5007ff566303fd7488a46b86a1ea96247ea4c4b62549edc14066d28167"}) as unknown as TypedDocumentString<AddReviewCommentMutation, AddReviewCommentMutationVariables>;