/* eslint-disable */
import type { CohortPassbacksQuery, CohortPassbacksQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortPassbacksDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CohortPassbacks($slug: String!, $studentIds: [ID!]!) {
  cohortPassbacks(slug: $slug, studentIds: $studentIds) {
    links {
      id
      platformName
      contextTitle
      assignmentId
      assignmentTitle
      hasColumn
      sent
      waiting
      failing
      notLinked
      lastFailure
    }
    passbacks {
      studentId
      assignmentId
      state
      sentPoints
      sentAt
      lastFailure
    }
  }
}
    `, {"documentId":"sha256:088317c2e77ea0f6ec5659621353f133ec9b09fa63980e4d6383507c54b20f96"}) as unknown as TypedDocumentString<CohortPassbacksQuery, CohortPassbacksQueryVariables>;