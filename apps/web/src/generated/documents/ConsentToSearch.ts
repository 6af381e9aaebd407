/* eslint-disable */
import type { ConsentToSearchMutation, ConsentToSearchMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ConsentToSearchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConsentToSearch($isGiven: Boolean!) {
  consentToSearch(isGiven: $isGiven) {
    id
    searchableSince
  }
}
    `, {"documentId":"sha256:2266b247c20d2494a9afb794076313b6826e9d8eeed31eb5b085a02635e4fb3d"}) as unknown as TypedDocumentString<ConsentToSearchMutation, ConsentToSearchMutationVariables>;