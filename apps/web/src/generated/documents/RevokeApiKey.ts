/* eslint-disable */
import type { RevokeApiKeyMutation, RevokeApiKeyMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RevokeApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `, {"documentId":"sha256:94eae462670f9a7708b8dd4e86cd65b90c59302e32050edaa13ed09041fead63"}) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;