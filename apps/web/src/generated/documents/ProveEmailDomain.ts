/* eslint-disable */
import type { ProveEmailDomainMutation, ProveEmailDomainMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ProveEmailDomainDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ProveEmailDomain($id: ID!) {
  proveEmailDomain(id: $id) {
    ...EmailDomainRow
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:1e03aceaa65298b06078b03f7bdfa7d57f35825931a0ca178b32e4ac8528b8f4"}) as unknown as TypedDocumentString<ProveEmailDomainMutation, ProveEmailDomainMutationVariables>;