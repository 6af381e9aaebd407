/* eslint-disable */
import type { RotateIssuerKeyMutation, RotateIssuerKeyMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RotateIssuerKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RotateIssuerKey($isCompromised: Boolean!) {
  rotateIssuerKey(isCompromised: $isCompromised) {
    did
    isRotating
  }
}
    `, {"documentId":"sha256:2dea032e4adbb7a299fe5e61e7dc2bd144e0d99d918ccf79b3af472df114984e"}) as unknown as TypedDocumentString<RotateIssuerKeyMutation, RotateIssuerKeyMutationVariables>;