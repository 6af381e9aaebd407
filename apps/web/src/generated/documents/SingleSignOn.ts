/* eslint-disable */
import type { SingleSignOnQuery, SingleSignOnQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SingleSignOnDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SingleSignOn {
  singleSignOn {
    redirectUri
    signInUrl
    provider {
      issuer
      clientId
      joinsAsStudent
    }
    domains {
      ...EmailDomainRow
    }
  }
}
    fragment EmailDomainRow on EmailDomain {
  id
  domain
  recordName
  recordValue
  provenAt
}`, {"documentId":"sha256:a0691d5aa272ee18e15789c836234b56a759d224d3811e40a6a83f655006395e"}) as unknown as TypedDocumentString<SingleSignOnQuery, SingleSignOnQueryVariables>;