/* eslint-disable */
import type { BeginDiagramMutation, BeginDiagramMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginDiagramDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginDiagram($input: BeginDiagramInput!) {
  beginDiagram(input: $input) {
    id
    slug
  }
}
    `, {"documentId":"sha256:06d44a73ae12855f6f70eb7895f53a521c63a78387ec709eed973f47e7e5c42f"}) as unknown as TypedDocumentString<BeginDiagramMutation, BeginDiagramMutationVariables>;