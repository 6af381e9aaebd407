/* eslint-disable */
import type { ReviewQueuesQuery, ReviewQueuesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReviewQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReviewQueues {
  reviewQueues {
    assignment {
      id
      slug
      title
    }
    total
    finished
    mine
    policy {
      ...ReviewPolicyFields
    }
  }
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}`, {"documentId":"sha256:8fdb11bb5158e27cddfb0d9c124b11fa31a9a48e12b88f11aabd3e93b06d8dce"}) as unknown as TypedDocumentString<ReviewQueuesQuery, ReviewQueuesQueryVariables>;