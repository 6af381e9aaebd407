/* eslint-disable */
import type { RemoveQuotaMutation, RemoveQuotaMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveQuotaDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveQuota($id: ID!) {
  removeQuota(id: $id)
}
    `, {"documentId":"sha256:8d3c348359fbbe449d3acca20c3a626e85e8a11c40e0805fb8afd2ce8db10077"}) as unknown as TypedDocumentString<RemoveQuotaMutation, RemoveQuotaMutationVariables>;