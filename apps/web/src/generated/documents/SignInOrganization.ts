/* eslint-disable */
import type { SignInOrganizationQuery, SignInOrganizationQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SignInOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SignInOrganization($slug: String!) {
  signInOrganization(slug: $slug) {
    slug
    name
    logoUrl
  }
}
    `, {"documentId":"sha256:f8060b8444ab9112dba40d7f597fb0c2292f0581c4192a76f8d0b052f734aa31"}) as unknown as TypedDocumentString<SignInOrganizationQuery, SignInOrganizationQueryVariables>;