/* eslint-disable */
import type { AuditChainQuery, AuditChainQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuditChainDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditChain($knownHash: String) {
  auditChain(knownHash: $knownHash) {
    events
    firstBrokenId
    head
    holdsKnownHash
  }
}
    `, {"documentId":"sha256:48e3fab6e8ee04da55762efe7740c30a70dc2ea72f8e3f33bc5576e230ba39c1"}) as unknown as TypedDocumentString<AuditChainQuery, AuditChainQueryVariables>;