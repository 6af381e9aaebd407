/* eslint-disable */
import type { AnswerContactRequestMutation, AnswerContactRequestMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AnswerContactRequestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AnswerContactRequest($id: ID!, $isAccepted: Boolean!) {
  answerContactRequest(id: $id, isAccepted: $isAccepted) {
    ...ReceivedRequest
  }
}
    fragment ReceivedRequest on ReceivedContactRequest {
  id
  managerName
  organizationName
  message
  status
  createdAt
}`, {"documentId":"sha256:486224c30e4fbddee54a57b1a2669933e3b895e97b2661c90db55d3b71aabb57"}) as unknown as TypedDocumentString<AnswerContactRequestMutation, AnswerContactRequestMutationVariables>;