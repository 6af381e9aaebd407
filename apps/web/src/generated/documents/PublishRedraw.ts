/* eslint-disable */
import type { PublishRedrawMutation, PublishRedrawMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishRedrawDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishRedraw($diagramId: ID!) {
  publishRedraw(diagramId: $diagramId) {
    id
  }
}
    `, {"documentId":"sha256:0b9650cdc342a945e2c1aae3d538d102e2ce0ad022a5398479818a39cb40fe35"}) as unknown as TypedDocumentString<PublishRedrawMutation, PublishRedrawMutationVariables>;