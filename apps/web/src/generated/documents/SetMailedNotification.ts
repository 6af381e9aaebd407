/* eslint-disable */
import type { SetMailedNotificationMutation, SetMailedNotificationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetMailedNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetMailedNotification($kind: NotificationKind!, $isMailed: Boolean!) {
  setMailedNotification(kind: $kind, isMailed: $isMailed)
}
    `, {"documentId":"sha256:b8f99c78558bf4361ea9ed2e7356701eaaa8327e490dd3900d2c912fb140248e"}) as unknown as TypedDocumentString<SetMailedNotificationMutation, SetMailedNotificationMutationVariables>;