/* eslint-disable */
import type { CohortPlanQuery, CohortPlanQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortPlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CohortPlan($slug: String!, $after: String) {
  cohortPlan(slug: $slug, first: 50, after: $after) {
    cohort {
      id
      slug
      name
    }
    timeZone
    dates {
      ...DatesFields
    }
    groups {
      ...CohortGroupFields
    }
    students {
      nodes {
        ...EnrolledStudentFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DatesFields on AssignmentDates {
  assignment {
    id
    slug
    title
  }
  opensAt
  dueAt
  closesAt
  latePolicy {
    perDayPenalty
    maxDays
  }
}
fragment EnrolledStudentFields on EnrolledStudent {
  enrollmentId
  studentId
  name
  lateDaysLeft
  extensions {
    assignmentId
    dueAt
    extraCertifications
    reason
    grantedBy
  }
}
fragment CohortGroupFields on CohortGroup {
  id
  name
  students {
    studentId
    name
  }
}`, {"documentId":"sha256:6e600dec7226af719554120b5269379e514306430f6383d5e60058b11589dafa"}) as unknown as TypedDocumentString<CohortPlanQuery, CohortPlanQueryVariables>;