/* eslint-disable */
import type { SimilarityReportQuery, SimilarityReportQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SimilarityReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SimilarityReport($id: ID!, $least: Float!, $after: String) {
  similarityReport(id: $id) {
    id
    status
    includesEarlier
    worksRead
    worksPlanned
    leftOut
    givenFiles
    commonFingerprints
    histogram
    error
    createdAt
    finishedAt
    counts {
      works
      students
      earlierStudents
      tooShort
    }
    pairs(first: 50, after: $after) {
      nodes {
        ...SimilarityPairFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    clusters(least: $least) {
      students {
        ...SimilarityStudentFields
      }
      pairs {
        ...SimilarityPairFields
      }
    }
  }
}
    fragment SimilarityStudentFields on SimilarityStudent {
  key
  name
  isEarlier
}
fragment SimilarityPairFields on SimilarityPair {
  id
  left {
    ...SimilarityStudentFields
  }
  right {
    ...SimilarityStudentFields
  }
  similarity
  leftShare
  rightShare
  matchedLines
}`, {"documentId":"sha256:29cb9e30abc4a954ab83c51c68acdf7cf73adf2d2e86510d9261b7b08629d752"}) as unknown as TypedDocumentString<SimilarityReportQuery, SimilarityReportQueryVariables>;