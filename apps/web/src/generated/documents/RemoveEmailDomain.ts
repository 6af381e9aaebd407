/* eslint-disable */
import type { RemoveEmailDomainMutation, RemoveEmailDomainMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveEmailDomainDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveEmailDomain($id: ID!) {
  removeEmailDomain(id: $id)
}
    `, {"documentId":"sha256:a69a9e2c19101e16c930880c05894bd814eec9607355d6136c8f971a7feac032"}) as unknown as TypedDocumentString<RemoveEmailDomainMutation, RemoveEmailDomainMutationVariables>;