/* eslint-disable */
import type { RunReviewQuery, RunReviewQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RunReviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RunReview($id: ID!) {
  run(id: $id) {
    id
    reviewComments {
      id
      author
      isViewer
      file
      line
      text
      createdAt
    }
    score {
      id
      lateness {
        daysLate
        lateDaysSpent
        factor
      }
    }
  }
}
    `, {"documentId":"sha256:34c876ae3dfeab001d70f0aa67332c36152f1ca6f4dc5b2bf9288ba253f8bbc5"}) as unknown as TypedDocumentString<RunReviewQuery, RunReviewQueryVariables>;