/* eslint-disable */
import type { AssignmentsQuery, AssignmentsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssignmentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Assignments {
  assignments {
    ...AssignmentLine
    stage {
      id
      slug
      position
      title
    }
    policy {
      ...Policy
    }
  }
}
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}
fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}`, {"documentId":"sha256:8b8952bec9e155b14c20829f00735b9837de7a1e52c7c751e8992b02a0c4ecb4"}) as unknown as TypedDocumentString<AssignmentsQuery, AssignmentsQueryVariables>;