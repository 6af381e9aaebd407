/* eslint-disable */
import type { BeginStageMutation, BeginStageMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginStageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginStage($input: BeginStageInput!) {
  beginStage(input: $input) {
    id
    slug
  }
}
    `, {"documentId":"sha256:40e2511442c30aeea92047f8e08bdf527a9730c97bc348be4659688b2bd382c1"}) as unknown as TypedDocumentString<BeginStageMutation, BeginStageMutationVariables>;