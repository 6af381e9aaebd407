/* eslint-disable */
import type { ReadNewestVersionMutation, ReadNewestVersionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReadNewestVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReadNewestVersion($lessonId: ID!) {
  readNewestVersion(lessonId: $lessonId)
}
    `, {"documentId":"sha256:056ae10d2d65cf1873027b306eee3f9aa5aea3cee55da43c1401f9c31a5b9e44"}) as unknown as TypedDocumentString<ReadNewestVersionMutation, ReadNewestVersionMutationVariables>;