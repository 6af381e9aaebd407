/* eslint-disable */
import type { AnnouncementsQuery, AnnouncementsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AnnouncementsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Announcements($after: String) {
  announcements(first: 20, after: $after) {
    nodes {
      ...AnnouncementFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AnnouncementFields on Announcement {
  id
  title
  text
  cohortName
  author
  createdAt
}`, {"documentId":"sha256:eb53e5df6278c64f1ce14dd0905325cda05c49d855be9df7fd5d889993760cee"}) as unknown as TypedDocumentString<AnnouncementsQuery, AnnouncementsQueryVariables>;