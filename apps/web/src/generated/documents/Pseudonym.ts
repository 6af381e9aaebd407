/* eslint-disable */
import type { PseudonymQuery, PseudonymQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PseudonymDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Pseudonym {
  pseudonym
}
    `, {"documentId":"sha256:d5abc054bb44f08877f6960f1795b9405a4d7a6e8d244499c2ded3474bbc5f60"}) as unknown as TypedDocumentString<PseudonymQuery, PseudonymQueryVariables>;