/* eslint-disable */
import type { ReadNotificationMutation, ReadNotificationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReadNotificationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReadNotification($id: ID!) {
  readNotification(id: $id)
}
    `, {"documentId":"sha256:cd4ca5ef237311d470d4acc1edd3bedcb30d737f08803bf024c5cb000e4b1a57"}) as unknown as TypedDocumentString<ReadNotificationMutation, ReadNotificationMutationVariables>;