/* eslint-disable */
import type { BeginReadingMutation, BeginReadingMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginReadingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginReading($lessonId: ID!, $version: Int!) {
  beginReading(lessonId: $lessonId, version: $version)
}
    `, {"documentId":"sha256:05270a6f8d0b21e25e2967243c390c7a1c70b9ee7052b72a01a0739e74aa19b1"}) as unknown as TypedDocumentString<BeginReadingMutation, BeginReadingMutationVariables>;