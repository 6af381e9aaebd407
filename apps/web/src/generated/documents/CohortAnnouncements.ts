/* eslint-disable */
import type { CohortAnnouncementsQuery, CohortAnnouncementsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortAnnouncementsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CohortAnnouncements($slug: String!, $after: String) {
  cohortAnnouncements(slug: $slug, first: 20, after: $after) {
    nodes {
      ...AnnouncementFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  cohorts {
    id
    slug
    name
  }
}
    fragment AnnouncementFields on Announcement {
  id
  title
  text
  cohortName
  author
  createdAt
}`, {"documentId":"sha256:580d58bfff8d654c0b5e0d58e494d8b321b6db2d7c4d0e3e5b1ca27f5469b3e0"}) as unknown as TypedDocumentString<CohortAnnouncementsQuery, CohortAnnouncementsQueryVariables>;