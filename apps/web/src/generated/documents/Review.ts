/* eslint-disable */
import type { ReviewQuery, ReviewQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Review($runId: ID!) {
  review(runId: $runId) {
    ...ReviewState
    files {
      path
      size
      text
    }
    place {
      position
      total
      previousRunId
      nextRunId
      nextWaitingRunId
    }
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
}`, {"documentId":"sha256:043d4d6a847de7fcd68dee52b669af901eb6387a87be9dd10165f1820569c273"}) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;