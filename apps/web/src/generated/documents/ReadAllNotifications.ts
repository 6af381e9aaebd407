/* eslint-disable */
import type { ReadAllNotificationsMutation, ReadAllNotificationsMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReadAllNotificationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReadAllNotifications {
  readAllNotifications
}
    `, {"documentId":"sha256:9386b5c50344996c2a3933c211c2a8873f64c4529e13b498101bfb71260e768e"}) as unknown as TypedDocumentString<ReadAllNotificationsMutation, ReadAllNotificationsMutationVariables>;