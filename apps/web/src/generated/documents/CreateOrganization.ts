/* eslint-disable */
import type { CreateOrganizationMutation, CreateOrganizationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CreateOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organizationId
    link
  }
}
    `, {"documentId":"sha256:564926ab4aecd9856e12d536a5fde736f801359a29d8fa1ff2256dedc6e2d0c2"}) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;