/* eslint-disable */
import type { StartImpersonationMutation, StartImpersonationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const StartImpersonationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartImpersonation($membershipId: ID!, $reason: String!) {
  startImpersonation(membershipId: $membershipId, reason: $reason)
}
    `, {"documentId":"sha256:58328c40f445e539c746716ad71ae99f9b5f49dcb751241b011085d10bc449b1"}) as unknown as TypedDocumentString<StartImpersonationMutation, StartImpersonationMutationVariables>;