/* eslint-disable */
import type { GrantExtensionMutation, GrantExtensionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const GrantExtensionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GrantExtension($input: ExtensionInput!) {
  grantExtension(input: $input)
}
    `, {"documentId":"sha256:2034583b6a6a3fcf4587ce225686021bd71c6ec1a36a2f6b0f491a123f0b8f61"}) as unknown as TypedDocumentString<GrantExtensionMutation, GrantExtensionMutationVariables>;