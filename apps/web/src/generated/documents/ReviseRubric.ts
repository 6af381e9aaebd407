/* eslint-disable */
import type { ReviseRubricMutation, ReviseRubricMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReviseRubricDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviseRubric($input: RubricInput!, $reason: String!) {
  reviseRubric(input: $input, reason: $reason) {
    version
  }
}
    `, {"documentId":"sha256:f32b90ae6c66d51f40ac9976713d8e2ab8395b0962f51080a0602fa29d97cf6f"}) as unknown as TypedDocumentString<ReviseRubricMutation, ReviseRubricMutationVariables>;