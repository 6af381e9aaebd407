/* eslint-disable */
import type { OrganizationsQuery, OrganizationsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OrganizationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Organizations($search: String, $after: String) {
  organizations(search: $search, first: 50, after: $after) {
    organizations {
      ...WatchedOrganizationRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WatchedOrganizationRow on WatchedOrganization {
  id
  slug
  name
  weight
  archivedAt
  createdAt
  members
  administrators
  openRuns
}`, {"documentId":"sha256:6dd83d4d6a94d5f007dd618163e0cd1a03529332c8e84eb24b8619a5b8ad6c4a"}) as unknown as TypedDocumentString<OrganizationsQuery, OrganizationsQueryVariables>;