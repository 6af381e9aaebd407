/* eslint-disable */
import type { SetReviewPolicyMutation, SetReviewPolicyMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetReviewPolicyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetReviewPolicy($slug: String!, $policy: ReviewPolicyInput!) {
  setReviewPolicy(assignmentSlug: $slug, policy: $policy) {
    ...ReviewPolicyFields
  }
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}`, {"documentId":"sha256:002bbaaf5411e70d2d51c93c1a1fbfedb67c88cbfaeac98394c1e2b8096bdb50"}) as unknown as TypedDocumentString<SetReviewPolicyMutation, SetReviewPolicyMutationVariables>;