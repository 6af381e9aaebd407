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
}`, {"documentId":"sha256:9bbed90d0d05d5286c24e1e8ffb70e96ec943e4af587f045eb3fede585ed6fc3"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;