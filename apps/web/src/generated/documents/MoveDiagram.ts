/* eslint-disable */
import type { MoveDiagramMutation, MoveDiagramMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MoveDiagramDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveDiagram($diagramId: ID!, $isEarlier: Boolean!) {
  moveDiagram(diagramId: $diagramId, isEarlier: $isEarlier) {
    id
    slug
  }
}
    `, {"documentId":"sha256:c44fa01cdfbabcd3283f5d32e065ca06ac99607e708f6b32605cacafb9deaaf4"}) as unknown as TypedDocumentString<MoveDiagramMutation, MoveDiagramMutationVariables>;