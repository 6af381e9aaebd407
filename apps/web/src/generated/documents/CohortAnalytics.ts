/* eslint-disable */
import type { CohortAnalyticsQuery, CohortAnalyticsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortAnalyticsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CohortAnalytics($slug: String!) {
  cohortAnalytics(slug: $slug) {
    cohort {
      id
      slug
      name
    }
    students
    attempts
    stages {
      id
      slug
      title
      passed
      inProgress
      notStarted
    }
    assignments {
      id
      slug
      title
      tried
      certified
      passed
      quartiles
      histogram
      attemptsToPass
      attemptsToPassMost
      feedbackSeconds
      feedbackSecondsSlow
      reviewSeconds
    }
    failures {
      assignmentSlug
      assignmentTitle
      phase
      reason
      message
      attempts
      students
    }
    skills {
      studentId
      name
      mean
      skills {
        skill
        points
      }
    }
    atRisk {
      studentId
      name
      risks {
        reason
        assignmentTitle
        since
      }
    }
    weakSlices {
      assignmentSlug
      assignmentTitle
      attribute
      group
      metric
      students
      shareWorse
      shareClearlyWorse
      slice
      overall
    }
  }
}
    `, {"documentId":"sha256:8ba207ffe7b153f12d0874f4b93a6ec65ccfd2b7d523e728ace123fbd4bf7abf"}) as unknown as TypedDocumentString<CohortAnalyticsQuery, CohortAnalyticsQueryVariables>;