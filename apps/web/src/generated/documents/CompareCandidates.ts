/* eslint-disable */
import type { CompareCandidatesQuery, CompareCandidatesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CompareCandidatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompareCandidates($ids: [ID!]!) {
  compareCandidates(ids: $ids) {
    candidates {
      id
      name
      headline
      issuerName
      skills {
        skill
        points
      }
    }
    projects {
      assignmentSlug
      assignmentTitle
      results {
        candidateId
        points
        low
        high
        verdict
        isPaired
      }
    }
  }
}
    `, {"documentId":"sha256:61f0e3ba2d4033e05455fa7e6685eeaa6bcaea4519c358ad003ab4586b0d0efd"}) as unknown as TypedDocumentString<CompareCandidatesQuery, CompareCandidatesQueryVariables>;