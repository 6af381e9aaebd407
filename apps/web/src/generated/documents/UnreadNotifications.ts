/* eslint-disable */
import type { UnreadNotificationsSubscription, UnreadNotificationsSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const UnreadNotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription UnreadNotifications {
  unreadNotifications
}
    `, {"documentId":"sha256:c3c4910354acf170e2591e1c6e0616156606d74e78a5d632526b9a7d7b546fa5"}) as unknown as TypedDocumentString<UnreadNotificationsSubscription, UnreadNotificationsSubscriptionVariables>;