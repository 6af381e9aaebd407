/* eslint-disable */
import type { CreateApiKeyMutation, CreateApiKeyMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CreateApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateApiKey($name: String!) {
  createApiKey(name: $name) {
    secret
    apiKey {
      id
      name
      start
      createdAt
    }
  }
}
    `, {"documentId":"sha256:ad6512cb9ded30e03abe9d2dd5a09b0824e0d785791f5af1d81db9cf50fddbff"}) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;