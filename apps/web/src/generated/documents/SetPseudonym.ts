/* eslint-disable */
import type { SetPseudonymMutation, SetPseudonymMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetPseudonymDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetPseudonym($name: String) {
  setPseudonym(name: $name)
}
    `, {"documentId":"sha256:0b476bdc2fec93bacb70a18663d93c3a2610b1a5ff258a151accd96bc0092482"}) as unknown as TypedDocumentString<SetPseudonymMutation, SetPseudonymMutationVariables>;