/* eslint-disable */
import type { ReopenReviewMutation, ReopenReviewMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReopenReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReopenReview($runId: ID!) {
  reopenReview(runId: $runId) {
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
}`, {"documentId":"sha256:be805ce1fc0d5a8754155e45276e165e0dbb35173dc72c8879e04858c66e8340"}) as unknown as TypedDocumentString<ReopenReviewMutation, ReopenReviewMutationVariables>;