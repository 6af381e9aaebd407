/* eslint-disable */
import type { RerunChangedSubscription, RerunChangedSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RerunChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription RerunChanged($id: ID!) {
  rerunChanged(id: $id) {
    id
    status
    summary {
      underWay
      committed
    }
  }
}
    `, {"documentId":"sha256:3648692f7715f31bf4e6c950f1597f7a064fdfb08b94f905057683cb72ad8771"}) as unknown as TypedDocumentString<RerunChangedSubscription, RerunChangedSubscriptionVariables>;