/* eslint-disable */
import type { SignInOrganizationsQuery, SignInOrganizationsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SignInOrganizationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SignInOrganizations($email: String!) {
  signInOrganizations(email: $email) {
    slug
    name
  }
}
    `, {"documentId":"sha256:6925fd01f8ce88560bba7ca43ecec81a970c227d59a8540cf2f91c3d3b1edf2c"}) as unknown as TypedDocumentString<SignInOrganizationsQuery, SignInOrganizationsQueryVariables>;