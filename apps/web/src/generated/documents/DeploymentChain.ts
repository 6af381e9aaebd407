/* eslint-disable */
import type { DeploymentChainQuery, DeploymentChainQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DeploymentChainDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DeploymentChain($knownHash: String) {
  auditChain: deploymentChain(knownHash: $knownHash) {
    events
    firstBrokenId
    head
    holdsKnownHash
  }
}
    `, {"documentId":"sha256:fddd582b35244760e36c6536b3f495db3e7faa08b7d6d083a40c1d1251f7b85d"}) as unknown as TypedDocumentString<DeploymentChainQuery, DeploymentChainQueryVariables>;