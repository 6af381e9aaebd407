/* eslint-disable */
import type { ReopenReviewMutation, ReopenReviewMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReopenReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReopenReview($runId: ID!, $reason: String!) {
  reopenReview(runId: $runId, reason: $reason) {
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
}`, {"documentId":"sha256:d9b760c987690fed6b7e4d1e359d8a61d39cae591000ca38bd858788502fd254"}) as unknown as TypedDocumentString<ReopenReviewMutation, ReopenReviewMutationVariables>;