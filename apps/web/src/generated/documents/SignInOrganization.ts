/* eslint-disable */
import type { SignInOrganizationQuery, SignInOrganizationQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SignInOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SignInOrganization($slug: String!) {
  signInOrganization(slug: $slug) {
    slug
    name
  }
}
    `, {"documentId":"sha256:3c5b6de6183042a78f35f2411082ce35c1c3a7a16ab26eea3ea42bb0aa0acb7c"}) as unknown as TypedDocumentString<SignInOrganizationQuery, SignInOrganizationQueryVariables>;