/* eslint-disable */
import type { SubmitDrawingMutation, SubmitDrawingMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SubmitDrawingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitDrawing($input: SubmitDrawingInput!) {
  submitDrawing(input: $input) {
    id
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:d1799e85cd767815829be3d26b72e6c5658463fb940597e110508afb3f25bfef"}) as unknown as TypedDocumentString<SubmitDrawingMutation, SubmitDrawingMutationVariables>;