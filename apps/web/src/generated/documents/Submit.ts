/* eslint-disable */
import type { SubmitMutation, SubmitMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SubmitDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Submit($input: SubmitInput!) {
  submit(input: $input) {
    id
    archiveDigest
    archiveBytes
    fileName
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:b9381bea2b194825bc0f9508df663d84996ce9eafb5f5d19c5d71c8ee1d59737"}) as unknown as TypedDocumentString<SubmitMutation, SubmitMutationVariables>;