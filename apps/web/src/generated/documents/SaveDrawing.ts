/* eslint-disable */
import type { SaveDrawingMutation, SaveDrawingMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveDrawingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveDrawing($input: SaveDrawingInput!) {
  saveDrawing(input: $input) {
    savedAt
  }
}
    `, {"documentId":"sha256:5ff5fb48ed0a608237d4ac0e52642148eeddd3cbc39c33e38ba894a9e9843965"}) as unknown as TypedDocumentString<SaveDrawingMutation, SaveDrawingMutationVariables>;