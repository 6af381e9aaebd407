/* eslint-disable */
import type { PeopleQuery, PeopleQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PeopleDocument = /*#__PURE__*/ new TypedDocumentString(`
    query People($after: String, $search: String, $role: Role, $email: String) {
  memberships(first: 50, after: $after, search: $search, role: $role) {
    nodes {
      ...Member
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  invitations(email: $email, first: 20) {
    id
    role
    status
    isExpired
    cohortName
    createdAt
    expiresAt
    letter
    letterAt
    letterProblem
    maySend
  }
  cohorts {
    id
    slug
    name
  }
}
    fragment Member on Member {
  id
  name
  role
  joinedAt
  isViewer
}`, {"documentId":"sha256:c5532507e33e24c7d21721f110cc44ea286985d1c464e7154e3fe0998a1f89c0"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;