/* eslint-disable */
import type { ShortlistQuery, ShortlistQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ShortlistDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Shortlist {
  shortlist {
    ...ShortlistRow
  }
  sentContactRequests {
    ...SentRequest
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
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}
fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}`, {"documentId":"sha256:fc62db8fb8e058456d56e42311f8371e63cde3b4dcce7de49b560b6e41242703"}) as unknown as TypedDocumentString<ShortlistQuery, ShortlistQueryVariables>;