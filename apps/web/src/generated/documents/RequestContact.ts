/* eslint-disable */
import type { RequestContactMutation, RequestContactMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RequestContactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestContact($candidateId: ID!, $message: String!) {
  requestContact(candidateId: $candidateId, message: $message) {
    ...SentRequest
  }
}
    fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
}`, {"documentId":"sha256:4a520519ae2e20de62fbb8ddcc4ef678b73db9670a2dc11841d93caaec4e77cd"}) as unknown as TypedDocumentString<RequestContactMutation, RequestContactMutationVariables>;