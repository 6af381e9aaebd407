/* eslint-disable */
import type { SubmitFromGitMutation, SubmitFromGitMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SubmitFromGitDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitFromGit($input: GitSubmitInput!) {
  submitFromGit(input: $input) {
    id
    archiveDigest
    archiveBytes
    fileName
    runs {
      id
    }
  }
}
    `, {"documentId":"sha256:86ed8f5f5815c7d4dbf9058e3992ed8d9198d51be4ff417b869e430aa62a692e"}) as unknown as TypedDocumentString<SubmitFromGitMutation, SubmitFromGitMutationVariables>;