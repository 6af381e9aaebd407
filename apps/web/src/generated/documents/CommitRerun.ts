/* eslint-disable */
import type { CommitRerunMutation, CommitRerunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CommitRerunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CommitRerun($id: ID!, $reason: String!) {
  commitRerun(id: $id, reason: $reason) {
    id
    status
  }
}
    `, {"documentId":"sha256:c19087f866f962c433ca90d79eee9e1f1d8fb71ecf741e2c6a6d6d3643acc61a"}) as unknown as TypedDocumentString<CommitRerunMutation, CommitRerunMutationVariables>;