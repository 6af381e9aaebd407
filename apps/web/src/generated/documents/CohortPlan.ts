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
fragment ExtensionFields on Extension {
  assignmentId
  dueAt
  extraCertifications
  reason
  grantedBy
  groupName
}
fragment EnrolledStudentFields on EnrolledStudent {
  enrollmentId
  studentId
  name
  lateDaysLeft
  extensions {
    ...ExtensionFields
  }
}
fragment CohortGroupFields on CohortGroup {
  id
  name
  students {
    studentId
    name
  }
  extensions {
    ...ExtensionFields
  }
  lateDays
}`, {"documentId":"sha256:9d68ebb34a7382eaa5b13632901400618a5555ff4af5d7117a06282d1bae710a"}) as unknown as TypedDocumentString<CohortPlanQuery, CohortPlanQueryVariables>;