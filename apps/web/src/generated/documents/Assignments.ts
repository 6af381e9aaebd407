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
  extendedFrom
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
}`, {"documentId":"sha256:1f1c7d643b7dc15d79eaa3f42c9cd3b70e05c6aeb43d8778ea9508c73133754c"}) as unknown as TypedDocumentString<AssignmentsQuery, AssignmentsQueryVariables>;