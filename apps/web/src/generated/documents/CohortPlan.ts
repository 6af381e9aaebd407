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
}`, {"documentId":"sha256:a58ebd8d2c6df3d58b1df09d434e93fe0aa3326818d48a7f7c3205d5c04552a7"}) as unknown as TypedDocumentString<CohortPlanQuery, CohortPlanQueryVariables>;