/* eslint-disable */
import type { CandidatesQuery, CandidatesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CandidatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Candidates($filter: CandidateFilterInput!, $after: String) {
  candidates(filter: $filter, first: 20, after: $after) {
    candidates {
      ...CandidateCard
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  searchableProjects {
    slug
    title
    metrics {
      name
      label
      direction
    }
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}`, {"documentId":"sha256:21f1cf39529fb61312cbea518295961c81217c09e4ecaa061c7b8df4a9ca91e3"}) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;