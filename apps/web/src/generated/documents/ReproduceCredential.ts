/* eslint-disable */
import type { ReproduceCredentialMutation, ReproduceCredentialMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReproduceCredentialDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReproduceCredential($issuerSlug: String!, $id: ID!) {
  reproduceCredential(issuerSlug: $issuerSlug, id: $id) {
    ...ResultReproduction
  }
}
    fragment ResultReproduction on ResultReproduction {
  verdict
  at
}`, {"documentId":"sha256:d995f1e905b779a8a72035e2e4504031d2250e12fcee3a6917293a48ca5e0f1f"}) as unknown as TypedDocumentString<ReproduceCredentialMutation, ReproduceCredentialMutationVariables>;