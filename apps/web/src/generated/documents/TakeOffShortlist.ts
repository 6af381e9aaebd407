/* eslint-disable */
import type { TakeOffShortlistMutation, TakeOffShortlistMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const TakeOffShortlistDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TakeOffShortlist($candidateId: ID!) {
  takeOffShortlist(candidateId: $candidateId) {
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
}`, {"documentId":"sha256:f8fb1b2da0e7570206447c2fc4483073fddc91c056b7412e4865dcf68349f4e4"}) as unknown as TypedDocumentString<TakeOffShortlistMutation, TakeOffShortlistMutationVariables>;