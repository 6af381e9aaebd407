/* eslint-disable */
import type { SimilarityPairQuery, SimilarityPairQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SimilarityPairDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SimilarityPair($id: ID!) {
  similarityPair(id: $id) {
    reportId
    cohortSlug
    pair {
      ...SimilarityPairFields
    }
    left {
      ...ComparedWorkFields
    }
    right {
      ...ComparedWorkFields
    }
    matches {
      left {
        file
        from
        to
      }
      right {
        file
        from
        to
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
}
fragment ComparedWorkFields on ComparedWork {
  runId
  submittedAt
  files {
    path
    text
  }
}`, {"documentId":"sha256:4f645794c96f9d9612a32df3ab03e85780ca122e39be1bc12aeb524f29af3e98"}) as unknown as TypedDocumentString<SimilarityPairQuery, SimilarityPairQueryVariables>;