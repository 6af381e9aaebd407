/* eslint-disable */
import type { BeginRerunMutation, BeginRerunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginRerunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginRerun($input: RerunInput!) {
  beginRerun(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:ccac086f5f89af411e43e3d4140f511dc53d6beb94dd91dc5348cefb2d5989ac"}) as unknown as TypedDocumentString<BeginRerunMutation, BeginRerunMutationVariables>;