/* eslint-disable */
import type { AddEmailDomainMutation, AddEmailDomainMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AddEmailDomainDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddEmailDomain($domain: String!) {
  addEmailDomain(domain: $domain) {
    ...EmailDomainRow
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:80556eb8b588b71dc98a8bda6cf32b6dff2511f6a52586ba12f7570448f639d2"}) as unknown as TypedDocumentString<AddEmailDomainMutation, AddEmailDomainMutationVariables>;