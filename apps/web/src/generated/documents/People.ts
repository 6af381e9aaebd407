/* eslint-disable */
import type { PeopleQuery, PeopleQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PeopleDocument = /*#__PURE__*/ new TypedDocumentString(`
    query People($after: String) {
  memberships(first: 50, after: $after) {
    nodes {
      ...Member
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  invitations {
    id
    role
    status
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
}`, {"documentId":"sha256:fc43bfca6a4ea420cf7d7a1252a7d74596da9f4074e55e30a34fddc02131d78e"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;