/* eslint-disable */
import type { NotificationsQuery, NotificationsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const NotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Notifications($after: String) {
  notifications(first: 20, after: $after) {
    notifications {
      ...NotificationRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NotificationRow on Notification {
  id
  kind
  assignmentSlug
  title
  runId
  createdAt
  isRead
}`, {"documentId":"sha256:8116beedc911b50bd5b031bc8d35fd4e27f099e29ac44dbe22cdb6ddca554281"}) as unknown as TypedDocumentString<NotificationsQuery, NotificationsQueryVariables>;