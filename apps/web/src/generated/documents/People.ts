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
  invitations(email: $email) {
    id
    role
    status
    cohortName
    createdAt
    expiresAt
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
}`, {"documentId":"sha256:447b9944805983b2e3d98509f12ebae8c6575a50b1c21d81a545e5300ad53da4"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;