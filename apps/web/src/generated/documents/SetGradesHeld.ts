/* eslint-disable */
import type { SetGradesHeldMutation, SetGradesHeldMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetGradesHeldDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetGradesHeld($input: GradesHeldInput!) {
  setGradesHeld(input: $input)
}
    `, {"documentId":"sha256:30beea62241f7b7d241b7577ca587ec04998424a8b07564305626c629c69e0f7"}) as unknown as TypedDocumentString<SetGradesHeldMutation, SetGradesHeldMutationVariables>;