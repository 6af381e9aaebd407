/* eslint-disable */
import type { ReproductionEndedSubscription, ReproductionEndedSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReproductionEndedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription ReproductionEnded($runId: ID!) {
  runChanged(runId: $runId) {
    id
    status
  }
}
    `, {"documentId":"sha256:4aacd4e863ffc85c5b5ccd763726d0eb68f252d7c52ee49ee27728100bcc68c0"}) as unknown as TypedDocumentString<ReproductionEndedSubscription, ReproductionEndedSubscriptionVariables>;