/* eslint-disable */
import type { ChangeOrganizationMutation, ChangeOrganizationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeOrganization($input: ChangeOrganizationInput!) {
  changeOrganization(input: $input)
}
    `, {"documentId":"sha256:5eb67d01eb072626eaa05cd7c2bb5614288e9a957af22d2ee1ab580c9ad69586"}) as unknown as TypedDocumentString<ChangeOrganizationMutation, ChangeOrganizationMutationVariables>;