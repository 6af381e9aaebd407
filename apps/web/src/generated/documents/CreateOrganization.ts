/* eslint-disable */
import type { CreateOrganizationMutation, CreateOrganizationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CreateOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organizationId
    link
    isMailed
  }
}
    `, {"documentId":"sha256:72f7aa8036eaf72f9600a86151884ae855dafc84cbf08f5ca51457a144bcbc91"}) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;