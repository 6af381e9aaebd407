/* eslint-disable */
import type { FinishReviewMutation, FinishReviewMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const FinishReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FinishReview($runId: ID!) {
  finishReview(runId: $runId) {
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
}`, {"documentId":"sha256:c69ca7745fc85b78dd24a88c840a6bde8d346fb57fec3bd90b10b5c1ef00a429"}) as unknown as TypedDocumentString<FinishReviewMutation, FinishReviewMutationVariables>;