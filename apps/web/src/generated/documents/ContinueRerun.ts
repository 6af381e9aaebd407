/* eslint-disable */
import type { ContinueRerunMutation, ContinueRerunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ContinueRerunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ContinueRerun($id: ID!) {
  continueRerun(id: $id) {
    id
    status
  }
}
    `, {"documentId":"sha256:0679dc877647805746b76744ad62eb996436dbcbb69ed075a0ca16aca4086a68"}) as unknown as TypedDocumentString<ContinueRerunMutation, ContinueRerunMutationVariables>;