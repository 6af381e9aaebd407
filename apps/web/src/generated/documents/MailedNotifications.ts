/* eslint-disable */
import type { MailedNotificationsQuery, MailedNotificationsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MailedNotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MailedNotifications {
  mailedNotifications
}
    `, {"documentId":"sha256:ed0545620a236775b2ae1b5b0c875ec2c5395d50660c7db053edd85c41309462"}) as unknown as TypedDocumentString<MailedNotificationsQuery, MailedNotificationsQueryVariables>;