/* eslint-disable */
import type { CohortGradesQuery, CohortGradesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortGradesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CohortGrades($slug: String!, $after: String) {
  cohortGrades(slug: $slug, first: 50, after: $after) {
    cohort {
      id
      slug
      name
    }
    assignments {
      ...GradedAssignmentFields
    }
    students {
      nodes {
        studentId
        name
        grades {
          assignmentId
          runId
          points
          isPassed
          isProvisional
          daysLate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment GradedAssignmentFields on GradedAssignment {
  id
  slug
  title
  isHeld
  certified
}`, {"documentId":"sha256:8626e484d206022114b7ba8a9f2fb098e80f6a95a96ccd14d78f69899dd1389c"}) as unknown as TypedDocumentString<CohortGradesQuery, CohortGradesQueryVariables>;