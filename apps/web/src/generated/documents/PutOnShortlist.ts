/* eslint-disable */
import type { PutOnShortlistMutation, PutOnShortlistMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PutOnShortlistDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PutOnShortlist($candidateId: ID!, $note: String!) {
  putOnShortlist(candidateId: $candidateId, note: $note) {
    ...ShortlistRow
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
}`, {"documentId":"sha256:bca0e9fc3882794679ede241371b4946e9442216b2a4a260dd530d5dc870ccbc"}) as unknown as TypedDocumentString<PutOnShortlistMutation, PutOnShortlistMutationVariables>;