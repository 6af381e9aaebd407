/* eslint-disable */
import type { ReplyToRegradeRequestMutation, ReplyToRegradeRequestMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReplyToRegradeRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReplyToRegradeRequest($input: RegradeReplyInput!) {
  replyToRegradeRequest(input: $input) {
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
}`, {"documentId":"sha256:1e7bad580b6c764aed82bb81d7a56db0f45ccbea73da95cc01be81d2bcd4b0bf"}) as unknown as TypedDocumentString<ReplyToRegradeRequestMutation, ReplyToRegradeRequestMutationVariables>;