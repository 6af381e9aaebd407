/* eslint-disable */
import type { RequestRegradeMutation, RequestRegradeMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RequestRegradeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestRegrade($runId: ID!, $reason: String!) {
  requestRegrade(runId: $runId, reason: $reason) {
    ...Regrade
  }
}
    fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}`, {"documentId":"sha256:c0b134daf36481896cc1bcc7acb6f3be70db054c546581b229661d00c4d7cce0"}) as unknown as TypedDocumentString<RequestRegradeMutation, RequestRegradeMutationVariables>;