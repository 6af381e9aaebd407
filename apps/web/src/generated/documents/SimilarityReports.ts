/* eslint-disable */
import type { SimilarityReportsQuery, SimilarityReportsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SimilarityReportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SimilarityReports($assignmentSlug: String!, $cohortSlug: String!) {
  similarityReports(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    id
    status
    includesEarlier
    createdAt
  }
}
    `, {"documentId":"sha256:21bccdb86e27570760ecb1845bfeb51d551ed0c317b1e073cd9438dcf71a95f4"}) as unknown as TypedDocumentString<SimilarityReportsQuery, SimilarityReportsQueryVariables>;