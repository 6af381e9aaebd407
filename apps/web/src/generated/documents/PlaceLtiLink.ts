/* eslint-disable */
import type { PlaceLtiLinkMutation, PlaceLtiLinkMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PlaceLtiLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PlaceLtiLink($input: LtiChoiceInput!) {
  placeLtiLink(input: $input)
}
    `, {"documentId":"sha256:01a13a5af3e918a7992802971e8aee9e1c14f7132e6ce5f160f9b42f0d2f1d15"}) as unknown as TypedDocumentString<PlaceLtiLinkMutation, PlaceLtiLinkMutationVariables>;